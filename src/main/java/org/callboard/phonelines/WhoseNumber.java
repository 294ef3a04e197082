package org.callboard.phonelines;

import java.util.List;
import java.util.Optional;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.phonelines.CallerNumber.Line;
import org.callboard.phonelines.CallerNumber.Number;
import org.callboard.phonelines.PhoneLineStore.TypedPhone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells the company's own people from those who call them. */
@Service
public class WhoseNumber {

    private final PhoneLineStore store;
    private final Tenants tenants;

    WhoseNumber(PhoneLineStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** Reads what a system told of one end of a call; numbers without a country are of the company's. */
    public CallerNumber read(long tenant, @Nullable String told) {
        return CallerNumber.read(told, tenants.get(tenant).region());
    }

    /** Who has the number or extension. */
    public Party of(long tenant, CallerNumber number) {
        return switch (number) {
            case Number known -> ofNumber(tenant, known.e164());
            case Line line -> {
                Optional<Party> user =
                        store.userOf(tenant, line.text(), line.text()).map(id -> new Party.Colleague(id, null));
                yield user.orElseGet(() -> line.isExtension() ? new Party.Colleague(null, null) : new Party.Somebody());
            }
            default -> new Party.Somebody();
        };
    }

    private Party ofNumber(long tenant, String number) {
        PhoneLineStore.Known known = store.known(tenant, number);
        if (known.ownNumberId() != null) {
            return new Party.Ours(known.ownNumberId());
        }
        if (known.userId() != null) {
            return new Party.Colleague(known.userId(), null);
        }
        if (known.blocked()) {
            return new Party.Blocked();
        }
        String region = tenants.get(tenant).region();
        List<TypedPhone> typed = store.typed(tenant);
        return typed.stream()
                .filter(one -> ContactParser.of(ContactType.Phone, one.phone(), region).all().stream()
                        .anyMatch(read -> read.form().equals(number)))
                .findFirst()
                .<Party>map(one ->
                        one.technician() ? new Party.Colleague(null, one.id()) : new Party.Colleague(one.id(), null))
                .orElseGet(Party.Somebody::new);
    }

    /**
     * The user whom a system names as the one who answered: by extension, by telephone, by e-mail address. Only somebody
     * who may take inquiries counts.
     */
    public Optional<Long> agent(
            long tenant, @Nullable String extension, @Nullable String telephone, @Nullable String email) {
        String line = telephone == null
                ? null
                : switch (read(tenant, telephone)) {
                    case Number known -> known.e164();
                    case Line known -> known.text();
                    default -> null;
                };
        return store.agent(tenant, extension, line, email);
    }
}
