package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.callboard.access.OpenAccess;
import org.callboard.pictures.PictureDownload;
import org.callboard.pictures.PictureSize;
import org.callboard.pictures.Pictures;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pictures of a form, while a visitor fills it: one request each, from the page's script. */
@Controller
class FormPicturesController {

    private final PublicFormAccess access;
    private final FormTokens tokens;
    private final FormPictures formPictures;
    private final Pictures pictures;

    FormPicturesController(PublicFormAccess access, FormTokens tokens, FormPictures formPictures, Pictures pictures) {
        this.access = access;
        this.tokens = tokens;
        this.formPictures = formPictures;
        this.pictures = pictures;
    }

    @PostMapping(path = "/book/{token}/pictures", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenAccess("takes a picture for a form that was really shown; counted, bounded, gone after a day")
    @ResponseBody
    Map<String, String> add(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        BookingPages.Open open = access.open(token);
        access.admit(open.form(), FormLimits.Use.PICTURE, request, response);
        SentForm sent = SentForm.of(request);
        FormToken form = form(open, sent.get("form"));
        if (sent.files().size() != 1) {
            throw new Invalid(Pictures.FIELD, "One picture is expected.");
        }
        UUID id = formPictures.add(open, form, sent.files().getFirst());
        return Map.of("id", id.toString());
    }

    @PostMapping("/book/{token}/pictures/{id}/remove")
    @OpenAccess("removes a picture of the form whose seal is sent with it, and no other")
    ResponseEntity<Void> remove(
            @PathVariable String token, @PathVariable UUID id, @RequestParam(required = false) @Nullable String form) {
        BookingPages.Open open = access.open(token);
        formPictures.remove(open, form(open, form), id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/book/{token}/pictures/{id}")
    @OpenAccess("shows a picture small to who has the seal of the form that it was uploaded for")
    ResponseEntity<byte[]> show(
            @PathVariable String token, @PathVariable UUID id, @RequestParam(required = false) @Nullable String form) {
        BookingPages.Open open = access.open(token);
        FormToken known = form(open, form);
        return open.form()
                .caller()
                .call(() -> pictures.readWaiting(
                        open.tenant(), id, SubmitBookingPage.uploader(known), PictureSize.thumbnail))
                .map(PictureDownload::of)
                .orElseThrow(() -> new NotFound("Picture", id));
    }

    private FormToken form(BookingPages.Open open, @Nullable String text) {
        return tokens.read(open.form(), text)
                .orElseThrow(() -> RefusalCode.FORBIDDEN.refuse("Load the page again, and add the picture anew."));
    }
}
