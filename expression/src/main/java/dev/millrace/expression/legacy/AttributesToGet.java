package dev.millrace.expression.legacy;

import dev.millrace.expression.ast.DocumentPath;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes paths of `AttributesToGet`.
public final class AttributesToGet {
    private AttributesToGet() {}

    /// The paths of the attributes with these names.
    ///
    /// @throws InvalidParameterException if a name occurs twice
    public static List<DocumentPath> of(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw InvalidParameterException.value("Duplicate value in attribute name: " + name);
            }
        }
        return names.stream().map(DocumentPath::of).toList();
    }
}
