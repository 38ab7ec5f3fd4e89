package dev.millrace.triggers.function.code;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

/// What clients are told of archives that cannot be taken.
public final class CodeErrors {
    private CodeErrors() {}

    /// The bytes are no archive, or one with something in it that must not be.
    ///
    /// @param why what it is, for people
    static ApiException broken(String why) {
        return new ApiException(
                ApiError.INVALID_PARAMETER_VALUE,
                "Could not unzip uploaded file. Please check your file, then try to upload again. ("
                        + why
                        + ")");
    }

    /// What is in the archive is too large.
    static ApiException tooLargeUnzipped() {
        return new ApiException(
                ApiError.INVALID_PARAMETER_VALUE,
                "Unzipped size must be smaller than " + CodeArchive.UNZIPPED_BYTES_MAX + " bytes");
    }

    /// The archive is too large.
    static ApiException tooLarge(int size) {
        return new ApiException(
                ApiError.REQUEST_ENTITY_TOO_LARGE,
                "Zip file of "
                        + size
                        + " bytes: it must be no larger than "
                        + CodeArchive.ZIPPED_BYTES_MAX
                        + " bytes");
    }

    /// All archives together are too large.
    static ApiException storageExceeded(long limit) {
        return new ApiException(
                ApiError.CODE_STORAGE_EXCEEDED,
                "Code storage limit exceeded: all functions together may have " + limit + " bytes");
    }

    /// An archive that was taken cannot be unpacked now.
    static ApiException invalidZip() {
        return new ApiException(
                ApiError.INVALID_ZIP_FILE, "Lambda could not unzip the deployment package.");
    }
}
