package org.callboard.pictures;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.callboard.http.ApiErrors;
import org.callboard.http.UploadFolder;
import org.callboard.refusals.Refusal.Invalid;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** The one picture of an upload: the whole body, or the file of a form. It waits for its turn as a file. */
final class PictureUpload {

    private PictureUpload() {}

    /**
     * Does something with the picture. Throws an Invalid where there is not exactly one file, a TooLarge where it is too
     * long, and a WrongType for another kind of body.
     */
    static <T> T with(HttpServletRequest request, UploadFolder uploads, Function<Resource, T> work) throws IOException {
        if (request instanceof MultipartHttpServletRequest form) {
            return work.apply(file(form).getResource());
        }
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        if (!type.startsWith("image/") && !type.startsWith("application/octet-stream")) {
            throw ApiErrors.wrongType(request);
        }
        Path path = uploads.newFile();
        try {
            copy(request.getInputStream(), path);
            return work.apply(new FileSystemResource(path));
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static void copy(InputStream body, Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                size += n;
                if (size > Pictures.LARGEST) {
                    throw Pictures.tooLarge();
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static MultipartFile file(MultipartHttpServletRequest form) {
        List<MultipartFile> files =
                form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
        if (files.size() != 1) {
            throw new Invalid(
                    Pictures.FIELD,
                    "One file is expected, and there are " + (files.isEmpty() ? "none" : files.size()) + ".");
        }
        return files.getFirst();
    }
}
