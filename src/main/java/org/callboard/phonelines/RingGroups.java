package org.callboard.phonelines;

import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.User;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.people.Users;
import org.callboard.settings.Settings;
import org.callboard.validation.FieldErrors;
import org.springframework.stereotype.Service;

/** The groups of people who answer some of the company's numbers; a number without one rings all who take calls. */
@Service
public class RingGroups extends Settings<RingGroup, RingGroup.Details> {

    private final Users users;

    RingGroups(RingGroupStore store, Users users, Changes changes) {
        super(store, changes, EntityKind.RING_GROUP);
        this.users = users;
    }

    @Override
    protected void check(long tenant, RingGroup.Details details, FieldErrors errors) {
        errors.addIf(details.userIds().isEmpty(), "userIds", "Choose at least one.");
        Set<Long> known = users.all(tenant).stream().map(User::id).collect(Collectors.toSet());
        for (int i = 0; i < details.userIds().size(); i++) {
            errors.addIf(
                    !known.contains(details.userIds().get(i)), "userIds[" + i + "]", "There is no user with this id.");
        }
    }
}
