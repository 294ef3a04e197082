package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.callboard.refusals.Refusal.TooLarge;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** What a visitor's browser sent. Reading it is what costs, so it happens after the visitor was let in. */
final class SentForm {

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final List<MultipartFile> files;
    private final List<UUID> removed;

    private SentForm(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        removed = ids(Objects.requireNonNullElse(request.getParameterValues("remove"), new String[0]));
        files = request instanceof MultipartHttpServletRequest form
                ? form.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .filter(file -> !file.isEmpty())
                        .toList()
                : List.of();
    }

    /** Throws a TooLarge for a form that is too long, a Busy while too many are on their way, and an Invalid for what is none. */
    static SentForm of(HttpServletRequest request) {
        try {
            return new SentForm(request);
        } catch (TooLarge e) {
            throw RefusalCode.TOO_LARGE.refuse(
                    "The pictures are too large, alone or together. Go back, where what you typed still is, and"
                            + " send fewer or smaller ones.");
        }
    }

    private static List<UUID> ids(String[] texts) {
        return Arrays.stream(texts)
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .toList();
    }

    Map<String, String> typed() {
        return typed;
    }

    @Nullable
    String get(String name) {
        return typed.get(name);
    }

    /** How the page was shown, and is shown again. */
    PublicFrame.Visit visit() {
        return new PublicFrame.Visit(typed.get("theme"), typed.get("embed"), null, null);
    }

    /** Whether a field is filled that no person sees. */
    boolean byRobot() {
        String trap = typed.get("homepage");
        return trap != null && !trap.isEmpty();
    }

    /** The files that hold something. */
    List<MultipartFile> files() {
        return files;
    }

    /** The pictures that are to go. */
    List<UUID> removed() {
        return removed;
    }
}
