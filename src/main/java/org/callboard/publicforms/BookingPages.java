package org.callboard.publicforms;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.campaigns.Campaigns;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pages of a tenant on which anybody can ask for a visit; one for each booking provider tag that has one. */
@Service
public class BookingPages {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,15})-[\\w-]{22}");
    private static final EntityKind KIND = EntityKind.BOOKING_PAGE;

    /** A page that a visitor has before them, and whose it is. */
    public record Open(long tenant, BookingPage page) {

        /** The form on it. */
        public PublicForm form() {
            return new PublicForm(
                    tenant,
                    "book/" + page.bookingProviderId(),
                    "Booking page",
                    page.texts().phone());
        }
    }

    private final BookingPageStore store;
    private final BookingProviderTags providers;
    private final BusinessUnits units;
    private final Campaigns campaigns;
    private final JobTypes jobTypes;
    private final Changes changes;

    BookingPages(
            BookingPageStore store,
            BookingProviderTags providers,
            BusinessUnits units,
            Campaigns campaigns,
            JobTypes jobTypes,
            Changes changes) {
        this.store = store;
        this.providers = providers;
        this.units = units;
        this.campaigns = campaigns;
        this.jobTypes = jobTypes;
        this.changes = changes;
    }

    /** All pages that were saved once, by the names of their tags. */
    public List<BookingPage> all(long tenant) {
        return store.all(tenant);
    }

    /** The page of a tag, or one to begin with where it was never saved; NotFound where there is no such tag. */
    public BookingPage get(long tenant, long provider) {
        BookingProviderTag tag = providers.get(tenant, provider);
        return store.find(tenant, provider).orElseGet(() -> blank(tag));
    }

    /** Whether the page of a tag was saved once, and so has an address. */
    public boolean saved(long tenant, long provider) {
        return store.find(tenant, provider).isPresent();
    }

    /**
     * The page that visitors find under a token; empty for a token that is unknown or was renewed, and for a page or a tag
     * that is off. Nobody need have signed in: the token names the tenant.
     */
    public Optional<Open> open(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long tenant = Long.parseLong(parts.group(1));
        return Caller.system(tenant).call(() -> store.open(tenant, token).map(page -> new Open(tenant, page)));
    }

    /** The page as it would be, for looking at it; what can't be read stays as it is. */
    public BookingPage preview(long tenant, long provider, BookingPageDraft draft) {
        return draft.over(get(tenant, provider));
    }

    /**
     * Saves the page of a tag; the first time it gets its address. NotFound for an unknown tag, Invalid names all that is
     * wrong, beside what was noted before.
     */
    @Transactional
    public BookingPage save(long tenant, long provider, BookingPageDraft draft, FieldErrors noted) {
        Optional<BookingPage> before = store.find(tenant, provider);
        BookingPage now = draft.over(get(tenant, provider));
        draft.check(noted);
        checkTargets(tenant, now.targets(), noted);
        noted.throwIfAny();
        store.save(tenant, before.isPresent() ? now : withToken(now, newToken(tenant)));
        Diff diff = before.map(page -> difference(page, now))
                .orElseGet(() -> Diff.none().now("active", now.active()));
        changes.record(KIND, provider, before.isEmpty() ? Action.CREATED : Action.UPDATED, diff);
        return get(tenant, provider);
    }

    /** Gives the page a new address; the old one leads nowhere from now on. NotFound where it was never saved. */
    @Transactional
    public void renew(long tenant, long provider) {
        providers.get(tenant, provider);
        if (store.find(tenant, provider).isEmpty()) {
            throw new NotFound("Booking page", provider);
        }
        store.renew(tenant, provider, newToken(tenant));
        changes.record(KIND, provider, Action.ADDRESS_RENEWED, Diff.none());
    }

    /** What a page offers its visitors to choose from: those of its job types that are active. */
    public List<JobType> offered(long tenant, BookingPage page) {
        return page.targets().jobTypeIds().isEmpty()
                ? List.of()
                : jobTypes.all(tenant).stream()
                        .filter(type ->
                                type.active() && page.targets().jobTypeIds().contains(type.id()))
                        .toList();
    }

    private void checkTargets(long tenant, BookingPage.Targets targets, FieldErrors errors) {
        Long unit = targets.businessUnitId();
        errors.addIf(unit != null && units.find(tenant, unit).isEmpty(), "businessUnitId", "Choose one from the list.");
        Long campaign = targets.campaignId();
        errors.addIf(
                campaign != null && campaigns.find(tenant, campaign).isEmpty(),
                "campaignId",
                "Choose one from the list.");
        if (targets.jobTypeIds().isEmpty()) {
            return;
        }
        List<JobType> types = jobTypes.all(tenant).stream()
                .filter(type -> targets.jobTypeIds().contains(type.id()))
                .toList();
        errors.addIf(types.size() < targets.jobTypeIds().size(), "jobTypeIds", "Choose from the list.");
        for (JobType type : types) {
            errors.addIf(
                    unit != null && !type.goesWith(unit),
                    "jobTypeIds",
                    "The business unit does not do " + type.name() + ".");
        }
    }

    private static Diff difference(BookingPage before, BookingPage now) {
        return Diff.none()
                .field("active", before.active(), now.active())
                .field("heading", before.texts().heading(), now.texts().heading())
                .field("intro", before.texts().intro(), now.texts().intro())
                .field("button", before.texts().button(), now.texts().button())
                .field("thanks", before.texts().thanks(), now.texts().thanks())
                .field("widgetLabel", before.texts().widgetLabel(), now.texts().widgetLabel())
                .field("phone", before.texts().phone(), now.texts().phone())
                .field("color", before.color().code(), now.color().code())
                .field("address", before.fields().address(), now.fields().address())
                .field("email", before.fields().email(), now.fields().email())
                .field("time", before.fields().time(), now.fields().time())
                .field("pictures", before.fields().pictures(), now.fields().pictures())
                .field("firstTime", before.fields().firstTime(), now.fields().firstTime())
                .field(
                        "businessUnitId",
                        before.targets().businessUnitId(),
                        now.targets().businessUnitId())
                .field(
                        "campaignId",
                        before.targets().campaignId(),
                        now.targets().campaignId())
                .field("jobTypeIds", sorted(before), sorted(now))
                .field("confirmation", before.confirmation(), now.confirmation())
                .field("refuseOutside", before.refuseOutside(), now.refuseOutside());
    }

    private static List<Long> sorted(BookingPage page) {
        return page.targets().jobTypeIds().stream().sorted().toList();
    }

    private static BookingPage blank(BookingProviderTag tag) {
        return new BookingPage(
                tag.id(),
                tag.tagName(),
                "",
                true,
                new BookingPage.Texts(
                        "Ask for a visit",
                        "Tell us what is wrong, and we call you back.",
                        "Send request",
                        "We have your request and call you as soon as we can.",
                        "Book online",
                        null),
                Color.TEAL,
                new BookingPage.Fields(
                        FieldUse.required, FieldUse.optional, FieldUse.optional, FieldUse.optional, FieldUse.optional),
                new BookingPage.Targets(null, null, List.of()),
                false,
                false);
    }

    private static BookingPage withToken(BookingPage page, String token) {
        return new BookingPage(
                page.bookingProviderId(),
                page.providerName(),
                token,
                page.active(),
                page.texts(),
                page.color(),
                page.fields(),
                page.targets(),
                page.confirmation(),
                page.refuseOutside());
    }

    private static String newToken(long tenant) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return tenant + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
