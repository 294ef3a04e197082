package org.callboard.web.book;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.callboard.addresses.ContactType;
import org.callboard.addresses.ContactValues;
import org.callboard.bookingpages.Answers;
import org.callboard.bookingpages.AskForVisit;
import org.callboard.bookingpages.BookingPage;
import org.callboard.bookingpages.BookingPages;
import org.callboard.pictures.BookingPictures;
import org.callboard.pictures.Pictures;
import org.callboard.publicforms.FormToken;
import org.callboard.publicforms.FormTokens;
import org.callboard.tenants.Tenant;
import org.callboard.tenants.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the templates of a booking page show, while the company is known: they are drawn after that. */
@Component
public class BookPage {

    private final BookingPages pages;
    private final Pictures pictures;
    private final FormTokens tokens;
    private final Tenants tenants;
    private final Clock clock;

    BookPage(BookingPages pages, Pictures pictures, FormTokens tokens, Tenants tenants, Clock clock) {
        this.pages = pages;
        this.pictures = pictures;
        this.tokens = tokens;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A page that nobody has typed in. */
    String blank(Model model, BookingPages.Open open, Look look) {
        return form(model, open, look, tokens.issue(open.form()), new Answers(Map.of()), Map.of(), null);
    }

    /** The page with what was typed, and what is wrong with it. */
    String form(
            Model model,
            BookingPages.Open open,
            Look look,
            FormToken token,
            Answers answers,
            Map<String, List<String>> errors,
            @Nullable String problem) {
        List<UUID> uploaded = open.caller().call(() -> {
            frame(model, open.tenant(), open.page(), look);
            return pictures.waiting(open.tenant(), AskForVisit.uploader(token));
        });
        fill(model, token.text(), answers, errors, problem, uploaded);
        model.addAttribute("address", "/book/" + open.page().token());
        return "book/page";
    }

    /** The page as its company's people look at it while they change it. */
    public String preview(Model model, HttpServletResponse response, long tenant, BookingPage page, String theme) {
        frame(model, tenant, page, Look.of(theme, false, ContentPolicy.openToOurselves(response), page.colour()));
        fill(model, "", new Answers(Map.of()), Map.of(), null, List.of());
        model.addAttribute("address", "");
        model.addAttribute("preview", true); // inert: its frame lets no script run
        return "book/page";
    }

    String thanks(Model model, BookingPages.Open open, Look look, boolean again) {
        open.caller().run(() -> frame(model, open.tenant(), open.page(), look));
        model.addAttribute("again", again);
        return "book/thanks";
    }

    private void frame(Model model, long tenant, BookingPage page, Look look) {
        Tenant company = tenants.get(tenant);
        LocalDate today = LocalDate.ofInstant(clock.instant(), company.timeZone());
        model.addAttribute("page", page);
        model.addAttribute("company", company.name());
        model.addAttribute("american", company.region().equals("US"));
        model.addAttribute("look", look);
        model.addAttribute("call", call(page.texts().phone(), company.region()));
        model.addAttribute("jobTypes", pages.offered(tenant, page));
        model.addAttribute("firstDay", today);
        model.addAttribute("lastDay", today.plusYears(1));
        model.addAttribute("mostPictures", BookingPictures.MOST);
    }

    /** What a telephone dials. */
    private static @Nullable String call(@Nullable String phone, String region) {
        return phone == null
                ? null
                : Objects.requireNonNullElse(
                        ContactValues.normalize(ContactType.Phone, phone, region), phone.replaceAll("[^+\\d]", ""));
    }

    private static void fill(
            Model model,
            String token,
            Answers answers,
            Map<String, List<String>> errors,
            @Nullable String problem,
            List<UUID> uploaded) {
        model.addAttribute("token", token);
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("problem", problem);
        model.addAttribute("uploaded", uploaded);
    }
}
