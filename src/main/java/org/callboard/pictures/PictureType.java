package org.callboard.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.callboard.refusals.Refusal.Invalid;
import org.jspecify.annotations.Nullable;

/** The formats that are taken, told by their first bytes and never by a name or a header. */
enum PictureType {
    JPEG("jpeg", null),
    PNG("png", null),
    WEBP("webp", new WebPImageReaderSpi());

    /** What people send instead, and what they can do about it. */
    private enum Refused {
        HEIC(
                start -> start.startsWith("ftyp", 4)
                        && start.substring(8).matches("(?s)(hei[cxms]|hev[cxms]|mif1|msf1).*"),
                "This is a HEIC picture, which browsers can't show. Send it as JPEG: on an iPhone choose Settings >"
                        + " Camera > Formats > Most Compatible, or send a screenshot of it."),
        AVIF(
                start -> start.startsWith("ftyp", 4) && start.startsWith("avi", 8),
                "This is an AVIF picture. Save it as JPEG, PNG or WebP and send that."),
        GIF(start -> start.startsWith("GIF8"), "GIF pictures are not taken. Send a JPEG, PNG or WebP picture."),
        PDF(
                start -> start.contains("%PDF-"),
                "This is a PDF document, not a picture. Send a photo or a screenshot of it."),
        SVG(
                start -> start.toLowerCase(Locale.ROOT).matches("(?s)(ï»¿)?\\s*<(\\?xml|!doctype svg|!--|svg).*"),
                "SVG drawings are not taken, since they can hold scripts. Send it as PNG."),
        VIDEO(
                start -> start.startsWith("ftyp", 4),
                "This is a video. Send a picture of what matters in it: JPEG, PNG or WebP."),
        TIFF(
                start -> start.startsWith("II*\0") || start.startsWith("MM\0*"),
                "TIFF and raw pictures are not taken. Send a JPEG, PNG or WebP picture.");

        private final Predicate<String> is;
        private final String sentence;

        Refused(Predicate<String> is, String sentence) {
            this.is = is;
            this.sentence = sentence;
        }
    }

    private final String format;
    private final @Nullable WebPImageReaderSpi plugin; // named, since a packed jar hides plugins from ImageIO's search

    PictureType(String format, @Nullable WebPImageReaderSpi plugin) {
        this.format = format;
        this.plugin = plugin;
    }

    /** Throws an Invalid that says what to send instead. */
    static PictureType of(byte[] upload) {
        String start = new String(upload, 0, Math.min(upload.length, 512), ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        } else if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return WEBP;
        }
        for (Refused refused : Refused.values()) {
            if (refused.is.test(start)) {
                throw new Invalid(Pictures.FIELD, refused.sentence);
            }
        }
        throw new Invalid(
                Pictures.FIELD,
                upload.length == 0 ? "The file is empty." : "This is not a picture. Send a JPEG, PNG or WebP picture.");
    }

    /** A reader that the caller disposes of. */
    ImageReader reader() throws IOException {
        return plugin == null
                ? Objects.requireNonNull(
                        ImageIO.getImageReadersByFormatName(format).next())
                : plugin.createReaderInstance(null);
    }
}
