package dev.millrace.testkit.operation;

import static dev.millrace.model.value.AttributeValue.Type;

import dev.millrace.testkit.expression.DocumentPath;

import java.util.List;

/// An attribute that the generator uses: its usual type, and the paths into it that expressions
/// name. The paths of one group may stand in one expression.
record AttributeShape(String name, Type type, List<List<DocumentPath>> pathGroups) {
    static final List<AttributeShape> ALL =
            List.of(
                    plain("n1", Type.N),
                    plain("n2", Type.N),
                    plain("count", Type.N),
                    plain("s1", Type.S),
                    plain("a.b", Type.S),
                    plain("b1", Type.B),
                    plain("ss1", Type.SS),
                    plain("ns1", Type.NS),
                    plain("bs1", Type.BS),
                    plain("größe", Type.BOOL),
                    new AttributeShape("m1", Type.M, mapPaths("m1")),
                    new AttributeShape("map", Type.M, mapPaths("map")),
                    new AttributeShape("l1", Type.L, listPaths("l1")));

    private static AttributeShape plain(String name, Type type) {
        return new AttributeShape(name, type, List.of(List.of(DocumentPath.of(name))));
    }

    private static List<List<DocumentPath>> mapPaths(String name) {
        DocumentPath map = DocumentPath.of(name);
        return List.of(
                List.of(map),
                List.of(map.child("x1")),
                List.of(map.child("in.ner")),
                List.of(map.child("x1"), map.child("y1")),
                List.of(map.child("y1").child("x1")),
                List.of(map.child("y1").at(0), map.child("x1")));
    }

    private static List<List<DocumentPath>> listPaths(String name) {
        DocumentPath list = DocumentPath.of(name);
        return List.of(
                List.of(list),
                List.of(list.at(0)),
                List.of(list.at(1)),
                List.of(list.at(2), list.at(0)),
                List.of(list.at(9), list.at(7), list.at(1)),
                List.of(list.at(1).child("x1")),
                List.of(list.at(0).at(1), list.at(2)));
    }
}
