package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.callboard.pictures.BookingPictures;
import org.callboard.pictures.Pictures;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * The pictures of a form that is being filled. They are kept under the form's own code from the moment they arrive, so a
 * form that comes back for a wrong field still has them.
 */
@Component
class FormPictures {

    private static final String FIELD = "pictures";

    private final Pictures pictures;
    private final FormLimits limits;

    FormPictures(Pictures pictures, FormLimits limits) {
        this.pictures = pictures;
        this.limits = limits;
    }

    /** Removes what is to go and adds what was chosen; what is wrong with one of them is noted with its name. */
    void change(
            BookingPages.Open open, FormToken token, SentForm sent, HttpServletRequest request, FieldErrors errors) {
        for (UUID id : sent.removed()) {
            remove(open, token, id);
        }
        for (MultipartFile file : sent.files()) {
            boolean admitted = limits.admit(open.form(), FormLimits.Use.PICTURE, request.getRemoteAddr());
            if (!admitted) {
                errors.add(FIELD, "Too many pictures came from your connection. Please send the form without more.");
                return;
            }
            try {
                add(open, token, file);
            } catch (Refusal e) {
                errors.add(FIELD, name(file) + ": " + sentence(e));
            }
        }
    }

    /** Adds one picture. Invalid for one too many, and as {@link Pictures#add}. */
    UUID add(BookingPages.Open open, FormToken token, MultipartFile file) {
        return open.form().caller().call(() -> {
            List<UUID> uploaded = pictures.waiting(open.tenant(), SubmitBookingPage.uploader(token));
            if (!open.page().fields().pictures().shown() || uploaded.size() >= BookingPictures.MAX) {
                throw new Invalid(Pictures.FIELD, "At most " + BookingPictures.MAX + " pictures can be sent.");
            }
            return pictures.add(
                    open.tenant(),
                    open.page().bookingProviderId(),
                    SubmitBookingPage.uploader(token),
                    file.getResource());
        });
    }

    /** Removes one picture of this form. */
    void remove(BookingPages.Open open, FormToken token, UUID id) {
        open.form().caller().run(() -> pictures.remove(open.tenant(), id, SubmitBookingPage.uploader(token)));
    }

    static String sentence(Refusal e) {
        List<String> wrong = e.errors().get(Pictures.FIELD);
        return wrong == null ? e.title() : String.join(" ", wrong);
    }

    private static String name(MultipartFile file) {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll(".*[/\\\\]|\\p{Cc}", "");
        return !VisibleText.in(name) ? "A picture" : name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
