package org.callboard.testing;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.callboard.publicforms.BookingPage;
import org.callboard.publicforms.BookingPageDraft;
import org.callboard.publicforms.BookingPages;
import org.callboard.publicforms.PublicForm;
import org.callboard.publicforms.ShownBefore;
import org.callboard.validation.FieldErrors;

/** A company's booking page, open to everybody. */
public final class PublicPage {

    public final Shop shop;
    public final BookingPage page;

    private PublicPage(Shop shop, BookingPage page) {
        this.shop = shop;
        this.page = page;
    }

    /** The page of the shop's provider, as it is when nothing is changed but its phone and its job type. */
    public static PublicPage of(Shop shop) {
        return of(shop, draft -> draft);
    }

    public static PublicPage of(Shop shop, UnaryOperator<BookingPageDraft> change) {
        return shop.tenant.caller.call(() -> {
            BookingPages pages = Server.bean(BookingPages.class);
            BookingPageDraft blank = BookingPageDraft.of(pages.get(shop.tenant.id, shop.provider.id()));
            BookingPageDraft draft = change.apply(Variant.of(blank)
                    .with("active", true)
                    .with("heading", "No heat? No water? Tell us.")
                    .with("phone", "(937) 555-0100")
                    .with("color", "#b4430f")
                    .with("businessUnitId", shop.unit)
                    .with("campaignId", shop.campaign)
                    .with("jobTypeIds", List.of(shop.jobType))
                    .with("confirmation", true)
                    .record());
            return new PublicPage(shop, pages.save(shop.tenant.id, shop.provider.id(), draft, new FieldErrors()));
        });
    }

    public String path() {
        return "/book/" + page.token();
    }

    public PublicForm form() {
        return new BookingPages.Open(shop.tenant.id, page).form();
    }

    /** The seal of a form that has been open for a minute. */
    public String seal() {
        return seal(Duration.ofMinutes(1));
    }

    public String seal(Duration ago) {
        return ShownBefore.token(form(), ago);
    }

    /** Lets the form in a tab be as old as if somebody had read it; gives its seal. */
    public String age(Page tab) {
        return age(tab.mainFrame());
    }

    public String age(Frame frame) {
        return seal(frame, seal());
    }

    /** Gives the form a seal. */
    public String seal(Frame frame, String seal) {
        frame.evalOnSelector("input[name=form]", "(input, seal) => { input.value = seal }", seal);
        return seal;
    }
}
