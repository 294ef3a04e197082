package org.callboard.geocoding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.addresses.AddressParser;
import org.callboard.addresses.Coordinates;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.geocoding.AddressProviderStore.Stored;
import org.callboard.geocoding.ProviderClient.NoAnswer;
import org.callboard.limits.Limit;
import org.callboard.limits.Limiter;
import org.callboard.secrets.Secrets;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the geocoder that a company has chosen. Without one nothing leaves the house. Whatever goes wrong there, or where
 * there were too many questions, the answer is that there is none, within two seconds: nobody's work waits for it.
 */
@Service
public class AddressProviders {

    /** Whom a company asks, and whether a key is stored for it. */
    public record SetUp(ProviderSettings settings, boolean hasKey) {}

    /** What a geocoder said; it may know nothing of the address. */
    public record Found(ProviderKind provider, List<Candidate> candidates) {}

    /** What became of a question that somebody asked to try a geocoder: candidates, or why there are none. */
    public record Tried(
            List<Candidate> candidates, @Nullable String problem) {}

    private interface Question {
        List<Candidate> of(AddressProvider provider) throws IOException;
    }

    private static final Logger log = LoggerFactory.getLogger(AddressProviders.class);

    /** After so many failures in a row it is left alone for a while, so that not everybody waits two seconds. */
    private static final int FAILURES = 3;

    /** Rounding moves a point by less. */
    private static final double SAME_KM = 0.001;

    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final AddressProviderStore store;
    private final ProviderClient client;
    private final Limiter limiter;
    private final Secrets secrets;
    private final Tenants tenants;
    private final Changes changes;
    private final Clock clock;
    private final Cache<Long, Integer> failures = Caffeine.newBuilder()
            .expireAfterWrite(LEFT_ALONE)
            .maximumSize(100_000)
            .build();

    AddressProviders(
            AddressProviderStore store,
            ProviderClient client,
            Limiter limiter,
            Secrets secrets,
            Tenants tenants,
            Changes changes,
            Clock clock) {
        this.store = store;
        this.client = client;
        this.limiter = limiter;
        this.secrets = secrets;
        this.tenants = tenants;
        this.changes = changes;
        this.clock = clock;
    }

    /** What a company has set up; {@link ProviderSettings#OFF} without. */
    public SetUp setUp(long tenant) {
        return store.find(tenant)
                .map(stored -> new SetUp(stored.settings(), stored.key() != null))
                .orElse(new SetUp(ProviderSettings.OFF, false));
    }

    /** How many questions were asked today. */
    public int askedToday(long tenant) {
        return store.counted(tenant, today(tenant));
    }

    /**
     * Sets up whom a company asks, or nobody, in which case all that is known of a provider goes. Invalid names every wrong
     * field.
     *
     * @param key null keeps the one that is stored, unless another server is asked
     */
    @Transactional
    public void save(long tenant, ProviderSettings settings, @Nullable String key) {
        ProviderKind provider = settings.provider();
        Stored stored = store.find(tenant).orElse(null);
        ProviderSettings before = stored == null ? ProviderSettings.OFF : stored.settings();
        if (provider == null) {
            store.remove(tenant);
            store.forgetAll(tenant);
        } else {
            check(settings);
            boolean same = before.provider() == provider && before.place().equals(settings.place());
            byte[] kept = same && stored != null ? stored.key() : null;
            store.put(tenant, settings, provider, key == null ? kept : secrets.encrypt(key));
            if (!same) {
                store.forgetAll(tenant);
            }
        }
        failures.invalidate(tenant);
        changes.record(
                EntityKind.TENANT,
                tenant,
                Action.UPDATED,
                Diff.none()
                        .field("addressProvider", before.provider(), provider)
                        .field("addressProviderUrl", before.url(), provider == null ? null : settings.url()));
    }

    /** Invalid names every field that breaks a rule. */
    public void check(ProviderSettings settings) {
        FieldErrors errors = new FieldErrors();
        settings.check(errors, settings.url() == null ? null : client.problem(settings.url()));
        errors.throwIfAny();
    }

    /** What the company's geocoder takes an address for; empty where it has none, or that does not say. */
    public Optional<Found> find(long tenant, Address address) {
        Stored stored = store.find(tenant).orElse(null);
        if (stored == null) {
            return Optional.empty();
        }
        AddressProvider provider = withoutKey(stored);
        if (!provider.covers(address)) {
            return Optional.empty();
        }
        String asked = AddressParser.parse(address).standardKey();
        return store.answer(tenant, asked)
                .or(() -> ask(tenant, stored, one -> one.find(address)).map(found -> {
                    if (provider.mayKeep().answers != null) {
                        store.keep(tenant, asked, found, provider.mayKeep().answers);
                    }
                    return found;
                }))
                .map(found -> new Found(kind(stored), found));
    }

    /**
     * Whether somebody would be asked.
     *
     * @param beginnings about beginnings of addresses, while somebody types
     */
    public boolean answers(long tenant, boolean beginnings) {
        return store.find(tenant)
                .filter(stored -> !beginnings || withoutKey(stored).completes())
                .isPresent();
    }

    /** What may be meant by the beginning of an address; empty unless the company's geocoder is made for that. */
    public Optional<Found> complete(long tenant, String typed, @Nullable Coordinates near) {
        return store.find(tenant)
                .filter(stored -> VisibleText.in(typed) && withoutKey(stored).completes())
                .flatMap(stored -> ask(tenant, stored, one -> one.complete(typed, near))
                        .map(found -> new Found(kind(stored), found)));
    }

    /** Whether a geocoder that was asked about an address has its house there: what somebody took over is known by that. */
    public boolean said(long tenant, Address address, Coordinates at) {
        return store.answer(tenant, AddressParser.parse(address).standardKey()).stream()
                .flatMap(List::stream)
                .anyMatch(house -> house.isHouse() && house.coordinates().kilometersTo(at) < SAME_KM);
    }

    private Optional<List<Candidate>> ask(long tenant, Stored stored, Question question) {
        if (Objects.requireNonNullElse(failures.getIfPresent(tenant), 0) >= FAILURES
                || refusal(tenant, stored) != null) {
            return Optional.empty();
        }
        try {
            List<Candidate> found = asked(stored, question);
            failures.invalidate(tenant);
            return Optional.of(found);
        } catch (IOException e) {
            boolean tooMany = e instanceof NoAnswer said && said.tooMany;
            failures.asMap().merge(tenant, tooMany ? FAILURES : 1, Integer::sum);
            log.info("{} did not answer about an address: {}", kind(stored), e.getMessage());
            return Optional.empty();
        }
    }

    /** Asks about an address whatever was answered before, and says what went wrong. It counts as any other question. */
    public Tried tryOut(long tenant, Address address) {
        Stored stored = store.find(tenant).orElse(null);
        if (stored == null) {
            return new Tried(List.of(), "No geocoder is chosen.");
        }
        String refusal = refusal(tenant, stored);
        if (refusal != null) {
            return new Tried(List.of(), refusal);
        }
        try {
            List<Candidate> found = asked(stored, provider -> provider.find(address));
            failures.invalidate(tenant);
            return new Tried(found, found.isEmpty() ? "The server knows no such address." : null);
        } catch (IOException e) {
            return new Tried(List.of(), e.getMessage());
        }
    }

    /** Whatever a server takes for a point: what leads nowhere is left out. IOException whatever goes wrong, here too. */
    private List<Candidate> asked(Stored stored, Question question) throws IOException {
        try {
            return question.of(withKey(stored)).stream()
                    .filter(one -> Coordinates.isOnEarth(one.coordinates()))
                    .toList();
        } catch (RuntimeException e) {
            log.warn("{} could not be asked about an address", kind(stored), e);
            throw new IOException("The geocoder can't be asked. If it has a key, enter that anew.", e);
        }
    }

    /** Counts a question, or says why it may not be asked now. */
    private @Nullable String refusal(long tenant, Stored stored) {
        ProviderSettings settings = stored.settings();
        Limit.Use own = Limit.ADDRESS_QUESTIONS
                .of(Long.toString(tenant))
                .atMost(Objects.requireNonNullElse(settings.callsASecond(), 1));
        boolean inTime = NominatimProvider.isPublic(settings.place())
                ? limiter.take(own, Limit.PUBLIC_NOMINATIM.of("all")).isPresent()
                : limiter.take(own).isPresent();
        if (!inTime) {
            return "That is too many questions in a second. Try again.";
        }
        return store.count(tenant, today(tenant)) ? null : "All questions of today are asked.";
    }

    /** The geocoder as it is asked. */
    private AddressProvider withKey(Stored stored) {
        return provider(stored, stored.key() == null ? null : secrets.decrypt(stored.key()));
    }

    /** The geocoder as it is asked about its terms alone. */
    private AddressProvider withoutKey(Stored stored) {
        return provider(stored, null);
    }

    private AddressProvider provider(Stored stored, @Nullable String key) {
        return kind(stored).at(client, stored.settings().place(), key);
    }

    private static ProviderKind kind(Stored stored) {
        return Objects.requireNonNull(stored.settings().provider());
    }

    private LocalDate today(long tenant) {
        return LocalDate.ofInstant(clock.instant(), tenants.get(tenant).timeZone());
    }
}
