package dev.millrace.triggers.function.role;

/// Credentials of a function that acts in a role.
///
/// @param accessKeyId what signatures name
/// @param secretAccessKey what signatures are made with
/// @param sessionToken what goes with each signed request
/// @param roleArn the role
/// @param sessionName the name of the function
public record RoleSession(
        String accessKeyId,
        String secretAccessKey,
        String sessionToken,
        String roleArn,
        String sessionName) {}
