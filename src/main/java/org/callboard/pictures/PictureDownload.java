package org.callboard.pictures;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A picture as it goes out: of the type in our own record, never guessed from its bytes, and inert even where somebody
 * opens it as a page.
 */
public final class PictureDownload {

    private static final Duration KEPT = Duration.ofHours(1);

    private PictureDownload() {}

    /** Only the asker's own browser may keep it; a picture never changes, so its tag is its name. */
    public static ResponseEntity<byte[]> of(Pictures.Content content) {
        String extension = content.type().equals("image/png") ? ".png" : ".jpg";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.type()))
                .eTag(content.picture() + "-" + content.size())
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("picture-"
                                        + content.picture().toString().substring(0, 8) + extension)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(content.bytes());
    }
}
