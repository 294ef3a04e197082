package org.callboard.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/** What the header {@code Content-Type} says of the body. */
public final class BodyType {

    /** Excel's {@code .xlsx}. */
    public static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private BodyType() {}

    /** Whether it names a type that a body can have, or none. */
    public static boolean isReadable(HttpServletRequest request) {
        if (!StringUtils.hasText(request.getContentType())) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(request.getContentType());
            return !type.isWildcardType() && !type.isWildcardSubtype();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** 415 for one that is not readable. */
    public static Refusal unreadable() {
        return RefusalCode.WRONG_TYPE.refuse("The header Content-Type names no type that a body can have.");
    }

    /** Whether the body is a file, or a form that may have some. */
    public static boolean isFile(HttpServletRequest request) {
        String type = of(request);
        return type.startsWith(WORKBOOK)
                || type.matches("(multipart|image)/.*|(application/octet-stream|text/csv|text/tab-separated-values).*");
    }

    public static boolean isMultipart(HttpServletRequest request) {
        return of(request).startsWith("multipart/");
    }

    /** Whether the body is a form without files. */
    public static boolean isForm(HttpServletRequest request) {
        return of(request).startsWith("application/x-www-form-urlencoded");
    }

    private static String of(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    }
}
