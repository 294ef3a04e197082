package org.callboard.phonelines;

import java.util.Optional;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.ContactParser;
import org.callboard.contactpoints.ContactType;
import org.callboard.phonelines.CallerNumber.Line;
import org.callboard.phonelines.CallerNumber.Number;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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

    /** A telephone as users have them: a number (E.164), or how a system names it; null where what was told is neither. */
    @Nullable
    String line(long tenant, @Nullable String told) {
        return switch (read(tenant, told)) {
            case Number known -> known.e164();
            case Line known -> known.text();
            default -> null;
        };
    }

    /** Who has the number or extension. */
    public Party of(long tenant, CallerNumber number) {
        return switch (number) {
            case Number known -> ofNumber(tenant, known.e164());
            case Line line ->
                line.isExtension() || store.isUser(tenant, line.text()) ? Party.Colleague : Party.Somebody;
            default -> Party.Somebody;
        };
    }

    private Party ofNumber(long tenant, String number) {
        PhoneLineStore.Known known = store.known(tenant, number);
        if (known.own()) {
            return Party.Ours;
        }
        if (known.user()) {
            return Party.Colleague;
        }
        if (known.blocked()) {
            return Party.Blocked;
        }
        String region = tenants.get(tenant).region();
        boolean colleague = store.typed(tenant).stream()
                .flatMap(typed -> ContactParser.of(ContactType.Phone, typed, region).all().stream())
                .anyMatch(read -> read.form().equals(number));
        return colleague ? Party.Colleague : Party.Somebody;
    }

    /**
     * Keeps a number from being blocked until the transaction ends; where that is going on, or another one keeps it, this
     * waits, and what it reads afterwards is as that one left it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(long tenant, Number number) {
        store.keep(tenant, number.e164());
    }

    /**
     * The user whom a system names as the one who answered: by extension, by telephone, by e-mail address. Only somebody
     * who may take inquiries counts.
     */
    public Optional<Long> agent(
            long tenant, @Nullable String extension, @Nullable String telephone, @Nullable String email) {
        return store.agent(tenant, VisibleText.orNull(extension), line(tenant, telephone), VisibleText.orNull(email));
    }

    /**
     * The telephones that are to ring for a number: those of the members of its ring group, or of everybody where there is
     * none, who take calls now; where none who has a telephone does, all of theirs, since somebody must hear the caller.
     */
    public RungTelephones telephones(long tenant, @Nullable Long ringGroup) {
        return RungTelephones.of(store.answerers(tenant, ringGroup));
    }
}
