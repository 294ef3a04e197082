package org.callboard.publicforms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.callboard.platform.ClientAddress;
import org.callboard.tenants.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often the forms that anybody may send are used, counted in stretches of ten minutes on all nodes together: by one
 * address (of IPv6 the /64 that a household or office has), and by all. Addresses are kept sealed and for an hour at most,
 * one row for each and each form.
 */
@Component
public class FormLimits {

    /** What is counted, and how much of it is let through in ten minutes. */
    public enum Use {
        /** A form that is sent, right or wrong. */
        SEND(10, 100),
        /** A picture that is uploaded. */
        PICTURE(40, 300);

        private final int byOne;
        private final int byAll;

        Use(int byOne, int byAll) {
            this.byOne = byOne;
            this.byAll = byAll;
        }
    }

    static final Duration STRETCH = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofHours(1);

    private record Count(String client, int uses) {}

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    FormLimits(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Counts one use and says whether it may go on. */
    public boolean admit(PublicForm form, Use use, String address) {
        return form.caller().call(() -> admit(form.tenant(), form.name() + "/" + use, use, address));
    }

    private boolean admit(long tenant, String name, Use use, String address) {
        Instant since = beginning();
        String client = client(address);
        Map<String, Integer> uses = jdbc
                .sql("""
                insert into form_use as u (tenant_id, since, form, client, uses)
                select :tenant, :since, :form, client, 1 from unnest(array['', :client]) client
                on conflict (tenant_id, form, client) do update set
                    since = greatest(u.since, excluded.since),
                    uses = case when u.since < excluded.since then 1 else u.uses + 1 end
                returning client, uses
                """)
                .param("tenant", tenant)
                .param("since", since)
                .param("form", name)
                .param("client", client)
                .query((row, number) -> new Count(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::client, Count::uses));
        if (Integer.valueOf(1).equals(uses.get(""))) {
            forget(tenant);
        }
        return uses.getOrDefault("", 0) <= use.byAll && uses.getOrDefault(client, 0) <= use.byOne;
    }

    /** Until what was used up is there again. */
    public Duration untilMore() {
        return Duration.between(clock.instant(), beginning().plus(STRETCH)).plusSeconds(1);
    }

    private Instant beginning() {
        long stretch = STRETCH.toSeconds();
        return Instant.ofEpochSecond(clock.instant().getEpochSecond() / stretch * stretch);
    }

    private void forget(long tenant) {
        jdbc.sql("delete from form_use where tenant_id = :tenant and since < :past")
                .param("tenant", tenant)
                .param("past", clock.instant().minus(KEPT))
                .update();
    }

    private String client(String address) {
        byte[] seal = secrets.hash("client\n" + ClientAddress.network(address));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, 12));
    }
}
