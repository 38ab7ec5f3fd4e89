package dev.millrace.conformance.api;

import java.util.function.UnaryOperator;

/// A member of a request or an answer.
///
/// @param path the names from the outermost structure on, with `[]` for the elements of a list and
///   `{}` for the values of a map
/// @param isContainer whether it is a structure, a list or a map
/// @param body makes the whole JSON of a request of the JSON of this member's value
record ModelMember(String path, boolean isContainer, UnaryOperator<String> body) {
    /// The name of the outermost member that this one is or is in and that `request` does not have
    /// yet.
    String nameIn(String request) {
        String[] names = path.split("[.\\[{\\]}]+", -1);
        for (String name : names) {
            if (!request.contains("\"" + name + "\"")) {
                return name;
            }
        }
        return names[names.length - 1];
    }

    /// A value of another JSON type than the model says; never empty.
    String wrongValue() {
        return isContainer ? "\"x\"" : "[\"x\"]";
    }
}
