package org.callboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.database.Caller;
import org.callboard.people.Users;
import org.callboard.refusals.Refusal;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.TestTenant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A company keeps an owner, whatever its owners do to each other in the same moment. */
class OwnersTest {

    private static final int ROUNDS = 8;

    private final Users users = Server.bean(Users.class);

    @ParameterizedTest
    @CsvSource({"CSR, true", "Owner, false"})
    void ofTwoWhoTakeTheRoleFromEachOtherOneStays(Role role, boolean active) {
        for (int round = 0; round < ROUNDS; round++) {
            TestTenant tenant = TestTenant.create();
            List<SignedInUser> owners = List.of(tenant.owner, tenant.user(Role.Owner));
            List<Boolean> done = AtOnce.run(2, i -> () -> takesFrom(tenant, owners.get(1 - i), role, active));
            assertThat(done).containsExactlyInAnyOrder(true, false);
            assertThat(tenant.caller.call(() -> users.all(tenant.id)))
                    .filteredOn(user -> user.role() == Role.Owner && user.active())
                    .hasSize(1);
        }
    }

    private boolean takesFrom(TestTenant tenant, SignedInUser owner, Role role, boolean active) {
        Users.Draft draft = new Users.Draft(owner.displayName(), owner.email(), role, null);
        try {
            Caller.system(tenant.id).run(() -> {
                if (active) {
                    users.update(tenant.id, owner.id(), draft);
                } else {
                    users.activate(tenant.id, owner.id(), false);
                }
            });
            return true;
        } catch (Refusal e) {
            assertThat(e.errors().get("role")).containsExactly("The last owner must stay an active owner.");
            return false;
        }
    }
}
