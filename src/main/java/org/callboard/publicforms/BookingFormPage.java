package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.callboard.access.Tenant;
import org.callboard.pictures.BookingPictures;
import org.callboard.pictures.Pictures;
import org.callboard.publicforms.PublicFrame.Filled;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the templates of a booking page show, while the company is known: they are drawn after that. */
@Component
public class BookingFormPage {

    private final BookingPages pages;
    private final Pictures pictures;
    private final FormTokens tokens;
    private final PublicFrame frame;
    private final Clock clock;

    BookingFormPage(BookingPages pages, Pictures pictures, FormTokens tokens, PublicFrame frame, Clock clock) {
        this.pages = pages;
        this.pictures = pictures;
        this.tokens = tokens;
        this.frame = frame;
        this.clock = clock;
    }

    /** A page that nobody has typed in. */
    String blank(Model model, BookingPages.Open open, FormAppearance appearance) {
        return form(model, open, appearance, Filled.blank(tokens.issue(open.form())));
    }

    /** The page with what was typed, and what is wrong with it. */
    String form(Model model, BookingPages.Open open, FormAppearance appearance, Filled form) {
        List<UUID> uploaded = open.form().caller().call(() -> {
            frame(model, open.tenant(), open.page(), appearance);
            return pictures.waiting(open.tenant(), SubmitBookingPage.uploader(Objects.requireNonNull(form.token())));
        });
        PublicFrame.fill(model, "/book/" + open.page().token(), form);
        model.addAttribute("uploaded", uploaded);
        return "book/page";
    }

    /** The page as its company's people look at it while they change it. */
    public String preview(Model model, HttpServletResponse response, long tenant, BookingPage page, String theme) {
        frame(
                model,
                tenant,
                page,
                FormAppearance.of(theme, false, ContentPolicy.openToOurselves(response), page.color()));
        PublicFrame.fill(model, "", Filled.blank(null));
        model.addAttribute("uploaded", List.of());
        model.addAttribute("preview", true); // inert: its frame lets no script run
        return "book/page";
    }

    String thanks(Model model, BookingPages.Open open, FormAppearance appearance, boolean again, boolean outside) {
        open.form().caller().run(() -> frame(model, open.tenant(), open.page(), appearance));
        model.addAttribute("again", again);
        model.addAttribute("outside", outside);
        model.addAttribute("thanks", open.page().texts().thanks());
        return "book/thanks";
    }

    private void frame(Model model, long tenant, BookingPage page, FormAppearance appearance) {
        Tenant company = frame.fill(model, tenant, appearance, page.texts().phone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), company.timeZone());
        model.addAttribute("page", page);
        model.addAttribute("jobTypes", pages.offered(tenant, page));
        model.addAttribute("firstDay", today);
        model.addAttribute("lastDay", today.plusYears(1));
        model.addAttribute("mostPictures", BookingPictures.MAX);
    }
}
