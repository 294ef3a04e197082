package org.callboard.pictures;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.callboard.platform.ApiErrors;
import org.callboard.platform.ApiProblem;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Reads the one picture of an upload: the whole body, or the file of a form. */
final class PictureUpload {

    private PictureUpload() {}

    /** Throws a 400 where there is not exactly one file, a 413 where it is too long, and a 415 for another kind of body. */
    static byte[] read(HttpServletRequest request) throws IOException {
        if (request instanceof MultipartHttpServletRequest form) {
            return file(form);
        }
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (!type.startsWith("image/") && !type.startsWith("application/octet-stream")) {
            throw ApiErrors.wrongType(request);
        }
        byte[] body = request.getInputStream().readNBytes(Pictures.LARGEST + 1);
        if (body.length > Pictures.LARGEST) {
            throw Pictures.tooLarge();
        }
        return body;
    }

    private static byte[] file(MultipartHttpServletRequest form) throws IOException {
        List<MultipartFile> files =
                form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        if (files.size() != 1) {
            throw ApiProblem.invalid(
                    Pictures.FIELD,
                    "One file is expected, and there are " + (files.isEmpty() ? "none" : files.size()) + ".");
        }
        if (files.getFirst().getSize() > Pictures.LARGEST) {
            throw Pictures.tooLarge();
        }
        return files.getFirst().getBytes();
    }
}
