package org.callboard.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.http.PublicUrl;
import org.callboard.pictures.Pictures;
import org.callboard.publicforms.Answers;
import org.callboard.publicforms.BookingPage;
import org.callboard.publicforms.BookingPageDraft;
import org.callboard.publicforms.BookingPages;
import org.callboard.publicforms.FieldUse;
import org.callboard.publicforms.FormToken;
import org.callboard.publicforms.FormTokens;
import org.callboard.publicforms.SubmitBookingPage;
import org.callboard.validation.FieldErrors;
import org.springframework.core.io.ByteArrayResource;

/** The company's booking page, and one request that came through it with a picture. */
class DemoBookingPage {

    private static final String PROVIDER = "Ridgeline website";

    private final BookingPages pages;
    private final SubmitBookingPage submit;
    private final FormTokens tokens;
    private final Pictures pictures;
    private final PublicUrl url;

    DemoBookingPage(BookingPages pages, SubmitBookingPage submit, FormTokens tokens, Pictures pictures, PublicUrl url) {
        this.pages = pages;
        this.submit = submit;
        this.tokens = tokens;
        this.pictures = pictures;
        this.url = url;
    }

    /** Makes the page where its provider never had one; what somebody made of it since stays. */
    void ensure(Lookup lookup) {
        Lookup.Provider provider = lookup.providers().get(PROVIDER);
        if (provider == null || pages.saved(lookup.tenant(), provider.id())) {
            return;
        }
        BookingPage page = pages.save(lookup.tenant(), provider.id(), draft(lookup), new FieldErrors());
        BookingPages.Open open = new BookingPages.Open(lookup.tenant(), page);
        FormToken form = tokens.issue(open.form());
        pictures.add(
                lookup.tenant(),
                provider.id(),
                SubmitBookingPage.uploader(form),
                new ByteArrayResource(DemoPicture.drippingWaterHeater()));
        Answers answers = new Answers(Map.of(
                "summary", "The water heater in the basement drips, about a cup an hour. See the picture.",
                "jobType", Objects.toString(lookup.jobType("Water heater service"), ""),
                "name", "Nadia Brandt",
                "phone", "(937) 555-0187",
                "email", "nadia.brandt@post.example",
                "street", "318 Volusia Avenue",
                "city", "Oakwood",
                "state", "OH",
                "zip", "45409",
                "firstTime", "yes"));
        submit.send(open, form, answers, new FieldErrors(), "Booking page");
    }

    /** Where the page is; empty where it was turned off or its provider is gone. */
    Optional<String> address(long tenant) {
        return pages.all(tenant).stream()
                .filter(page -> page.providerName().equals(PROVIDER) && page.active())
                .map(page -> url.here("/book/" + page.token()))
                .findFirst();
    }

    private static BookingPageDraft draft(Lookup lookup) {
        List<Long> jobTypes = Stream.of(
                        "AC repair", "Furnace repair", "Drain cleaning", "Leak repair", "Water heater service")
                .map(lookup::jobType)
                .filter(Objects::nonNull)
                .toList();
        return new BookingPageDraft(
                true,
                "Tell us what is wrong",
                "No heat, no water, or too much of it? Send us a few words and a picture. We call back within the hour,"
                        + " from 7 to 7 every day.",
                "Send request",
                "We have your request and call you within the hour.",
                "Book a visit",
                "(937) 555-0100",
                "#1f5f8b",
                FieldUse.required,
                FieldUse.optional,
                FieldUse.optional,
                FieldUse.optional,
                FieldUse.optional,
                null,
                lookup.campaign("Company website"),
                jobTypes,
                true,
                false);
    }
}
