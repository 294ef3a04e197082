package org.callboard.web.setup;

import java.time.ZoneId;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.database.Caller;
import org.callboard.people.Users;
import org.callboard.refusals.Refusal;
import org.callboard.validation.FieldErrors;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the first company, its owner and what they start with: all of it or nothing, and once only. */
@Service
class SetUp {

    /** What the form sends. */
    record Draft(
            @Nullable String company,
            @Nullable String timeZone,
            @Nullable String region,
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String code) {
        @Override
        public String toString() {
            return "Draft[" + company + "]";
        }
    }

    private final Tenants tenants;
    private final Users users;
    private final StarterSettings starter;
    private final TransactionOperations transaction;

    SetUp(Tenants tenants, Users users, StarterSettings starter, TransactionOperations transaction) {
        this.tenants = tenants;
        this.users = users;
        this.starter = starter;
        this.transaction = transaction;
    }

    /** Gives the new tenant's id. Invalid names every wrong field; Conflict where Callboard is set up already. */
    long run(Draft draft) {
        long tenant = tenants.nextId();
        Caller.system(tenant)
                .run(() -> transaction.executeWithoutResult(status -> {
                    tenants.claimSetUp();
                    FieldErrors errors = check(draft);
                    addOwnerErrors(draft, errors);
                    errors.throwIfAny();
                    tenants.create(
                            VisibleText.strip(String.valueOf(draft.company)),
                            ZoneId.of(String.valueOf(draft.timeZone)),
                            String.valueOf(draft.region));
                    users.add(tenant, new Users.Draft(draft.name, draft.email, Role.Owner, draft.password));
                    starter.addTo(tenant);
                }));
        return tenant;
    }

    private static FieldErrors check(Draft draft) {
        FieldErrors errors = new FieldErrors().required("company", draft.company);
        errors.maxLength("company", draft.company, Tenants.MAX_NAME);
        errors.addIf(
                draft.timeZone == null || !ZoneId.getAvailableZoneIds().contains(draft.timeZone),
                "timeZone",
                "Choose a time zone.");
        errors.addIf(draft.region == null || !draft.region.matches("[A-Z]{2}"), "region", "Choose a country.");
        return errors;
    }

    /** What is wrong with the owner is said together with what is wrong with the company. */
    private static void addOwnerErrors(Draft draft, FieldErrors errors) {
        try {
            Users.check(new Users.Draft(draft.name, draft.email, Role.Owner, draft.password));
        } catch (Refusal e) {
            errors.addAll(e);
        }
    }
}
