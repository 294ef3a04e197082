package org.callboard.calls;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.calls.CallEvent.Agent;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.changes.Changes;
import org.callboard.changes.EntityKind;
import org.callboard.database.Caller;
import org.callboard.database.RecordShape;
import org.callboard.queue.ActiveCall;
import org.callboard.testing.Api;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company with a telephone system that tells of its calls. */
public final class Switchboard {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Shop shop = new Shop();
    public final long tenant = shop.tenant.id;
    public final SignedInUser ann = person("12");
    public final SignedInUser ben = person("13");
    public final long system = system();
    public final long line;

    public Switchboard() {
        line = sql(
                "insert into own_number (tenant_id, number, label, campaign_id, created_on, modified_on)" + " select "
                        + tenant + ", '+19375550100', 'Website', min(id), now(), now() from campaign returning id");
    }

    private SignedInUser person(String extension) {
        SignedInUser user = shop.tenant.user(Role.CSR);
        run("update app_user set extension = '" + extension + "' where id = " + user.id());
        return user;
    }

    private long system() {
        Api api = shop.tenant.api();
        return sql("insert into telephone_system (tenant_id, kind, name, connection_id, created_on, modified_on)"
                + " values (" + tenant + ", 'Api', 'PBX', " + api.connection.id() + ", now(), now()) returning id");
    }

    /** Another number that calls. */
    public static String caller() {
        return "+1937555" + String.format("%04d", 2000 + NUMBER.incrementAndGet());
    }

    public Call tell(CallEvent event) {
        return as(() -> Server.bean(TellCall.class).tell(tenant, event));
    }

    public Call tell(String call, Kind kind, String leg, String from) {
        return tell(event(call, kind, leg, from, null, Instant.now()));
    }

    public Call tell(String call, Kind kind, String leg, String from, String extension) {
        return tell(event(call, kind, leg, from, extension, Instant.now()));
    }

    public CallEvent event(String call, Kind kind, String leg, String from, String extension, Instant at) {
        return new CallEvent(
                system,
                call,
                kind,
                leg,
                CallDirection.Inbound,
                from,
                "+19375550100",
                null,
                extension == null ? null : new Agent(extension, null, null, null, null),
                kind == Kind.missed ? "NoAnswer" : null,
                at,
                kind == Kind.recording || kind == Kind.voicemail ? "https://pbx.example.com/" + call : null);
    }

    public Call outgoing(String call, Kind kind, String to, String extension) {
        return tell(new Told(call, kind)
                .direction(CallDirection.Outbound)
                .numbers("+19375550100", to)
                .agent(extension));
    }

    /** An event of which tests say only what matters to them. */
    public record Told(
            String call,
            Kind kind,
            String leg,
            CallDirection direction,
            String from,
            String to,
            String extension,
            Instant at) {

        public Told(String call, Kind kind) {
            this(call, kind, null, null, null, null, null, Instant.now());
        }

        public Told call(String newCall) {
            return new Told(newCall, kind, leg, direction, from, to, extension, at);
        }

        public Told leg(String newLeg) {
            return new Told(call, kind, newLeg, direction, from, to, extension, at);
        }

        public Told direction(CallDirection newDirection) {
            return new Told(call, kind, leg, newDirection, from, to, extension, at);
        }

        public Told numbers(String newFrom, String newTo) {
            return new Told(call, kind, leg, direction, newFrom, newTo, extension, at);
        }

        public Told agent(String newExtension) {
            return new Told(call, kind, leg, direction, from, to, newExtension, at);
        }

        public Told at(Instant newAt) {
            return new Told(call, kind, leg, direction, from, to, extension, newAt);
        }
    }

    public Call tell(Told told) {
        return tell(new CallEvent(
                system,
                told.call,
                told.kind,
                told.leg,
                told.direction,
                told.from,
                told.to,
                null,
                told.extension == null ? null : new Agent(told.extension, null, null, null, null),
                null,
                told.at,
                told.kind.hasUrl() ? "https://pbx.example.com/" + told.call : null));
    }

    /** A call that nobody answered. */
    public Call missed(String call, String from) {
        tell(call, Kind.ringing, "1", from);
        return tell(call, Kind.missed, null, from);
    }

    /** One that somebody opened by hand just now. */
    public long byHand(SignedInUser user, String number) {
        return sql(
                "insert into call (tenant_id, direction, number, desk, claimed_by, claimed_on, lease_until, received_on,"
                        + " created_on, modified_on) values (" + tenant + ", 'Inbound', '" + number + "', 'Open', "
                        + user.id()
                        + ", now(), now() + interval '15 minutes', now(), now(), now()) returning id");
    }

    /** A call that rings and nobody has, but for these of its components: each name is followed by its value. */
    public static ActiveCall activeCall(Object... namesAndValues) {
        ActiveCall call = new ActiveCall(
                1,
                1,
                CallDirection.Inbound,
                CallState.Ringing,
                true,
                null,
                null,
                null,
                "+19375550142",
                false,
                null,
                null,
                null,
                null,
                Instant.EPOCH);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            call = RecordShape.with(call, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return call;
    }

    public Call call(long id) {
        return as(() -> Server.bean(Calls.class).get(tenant, id));
    }

    /** As if so much time had passed since something was told of it. */
    public void later(long call, String interval) {
        run("update call set told_on = told_on - interval '" + interval + "', lease_until = lease_until - interval '"
                + interval + "', look_on = look_on - interval '" + interval + "' where id = " + call);
    }

    /** Has it looked at now, as its stored task does. */
    public Call look(long call) {
        as(() -> Server.bean(OverdueCalls.class).look(tenant, call));
        return call(call);
    }

    /** Has the stored tasks of this name for a record run now; gives how many there are. */
    public int runTasks(String name, long id) {
        int due = as(() -> Server.bean(JdbcClient.class)
                .sql("update scheduled_tasks set execution_time = now() where task_name = ? and task_instance like ?")
                .params(name, tenant + ":" + id + ":%")
                .update());
        Server.lookForDueTasks();
        return due;
    }

    public List<String> history(EntityKind kind, long id) {
        return as(() -> Server.bean(Changes.class).of(tenant, kind, id)).stream()
                .map(change -> change.action().word())
                .toList();
    }

    public <T> T as(Supplier<T> work) {
        return Caller.system(tenant).call(work::get);
    }

    public long sql(String statement) {
        return as(() ->
                Server.bean(JdbcClient.class).sql(statement).query(Long.class).single());
    }

    public void run(String statement) {
        as(() -> Server.bean(JdbcClient.class).sql(statement).update());
    }
}
