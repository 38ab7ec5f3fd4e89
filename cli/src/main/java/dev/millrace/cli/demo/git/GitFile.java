package dev.millrace.cli.demo.git;

/// What a tree says about one path.
///
/// @param mode six octal digits: `100644` a file, `100755` an executable one, `120000` a symbolic
///   link whose content is its target, `160000` a submodule
/// @param id the blob's id, or for a submodule the id of a commit in the other repository; 40
///   (SHA-1) or 64 (SHA-256) hexadecimal digits
public record GitFile(String mode, String id) {

    private static final String SUBMODULE_MODE = "160000";

    /// Whether this repository knows only the commit of another one, and no content.
    public boolean isSubmodule() {
        return mode.equals(SUBMODULE_MODE);
    }
}
