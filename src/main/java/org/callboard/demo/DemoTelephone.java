package org.callboard.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.App;
import org.callboard.access.AppConnection;
import org.callboard.access.Apps;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.access.SignedInUser;
import org.callboard.access.User;
import org.callboard.calls.Call;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.database.Caller;
import org.callboard.people.Users;
import org.callboard.phonelines.BlockedNumbers;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.phonelines.RingGroup;
import org.callboard.phonelines.RingGroups;
import org.callboard.phonelines.UserLines;
import org.callboard.telephone.CallEventRequest;
import org.callboard.telephone.CallEventRequest.AgentModel;
import org.callboard.telephone.HearCall;
import org.callboard.telephone.TelephoneSystems;
import org.callboard.telephone.TwilioDraft;
import org.callboard.validation.Submission;
import org.jspecify.annotations.Nullable;

/** The company's telephones: what is set up of them, and the system in the office that tells of the calls. */
class DemoTelephone {

    /** The program that tells of calls, and so the telephone system of its name. */
    static final String APP = "Office telephones";

    private static final String ACCOUNT = "AC5501005501005501005501005501005a";
    private static final String AUTH_TOKEN = "demonstration-auth-token";

    private final OwnNumbers numbers;
    private final RingGroups groups;
    private final UserLines lines;
    private final BlockedNumbers blocked;
    private final Users users;
    private final Apps apps;
    private final TelephoneSystems systems;
    private final HearCall hear;

    DemoTelephone(
            OwnNumbers numbers,
            RingGroups groups,
            UserLines lines,
            BlockedNumbers blocked,
            Users users,
            Apps apps,
            TelephoneSystems systems,
            HearCall hear) {
        this.numbers = numbers;
        this.groups = groups;
        this.lines = lines;
        this.blocked = blocked;
        this.users = users;
        this.apps = apps;
        this.systems = systems;
        this.hear = hear;
    }

    /** Sets the telephones up where they never were; what somebody made of them since stays. */
    void ensure(Lookup lookup) {
        long tenant = lookup.tenant();
        if (numbers.all(tenant).isEmpty()) {
            setUp(lookup);
        }
        if (app(tenant).isEmpty()) {
            apps.connect(
                    tenant,
                    apps.register(tenant, APP, EnumSet.of(Scope.CALLS_WRITE)).id(),
                    null);
        }
    }

    private void setUp(Lookup lookup) {
        long tenant = lookup.tenant();
        Map<String, User> people =
                users.all(tenant).stream().collect(Collectors.toMap(User::name, user -> user, (one, other) -> one));
        for (DemoText.Row row : DemoText.of("telephone")) {
            switch (row.text(0)) {
                case "group" -> addGroup(tenant, people, row);
                case "number" -> addNumber(lookup, row);
                case "extension" ->
                    Optional.ofNullable(people.get(row.text(1))).ifPresent(user -> addExtension(tenant, user, row));
                case "blocked" ->
                    people.values().stream()
                            .filter(user -> user.active() && user.role() == Role.Owner)
                            .findFirst()
                            .ifPresent(owner -> SignedInUser.of(tenant, owner)
                                    .caller()
                                    .run(() -> blocked.block(tenant, row.text(1), row.text(2), false)));
                default -> {
                    // strangers are nobody's before they call
                }
            }
        }
        systems.save(tenant, null, new TwilioDraft("Twilio, after hours", ACCOUNT, AUTH_TOKEN, null, false));
    }

    private void addGroup(long tenant, Map<String, User> people, DemoText.Row row) {
        List<Long> members = Stream.of(row.text(2).split(", ", -1))
                .map(people::get)
                .filter(user -> user != null && user.active())
                .map(User::id)
                .toList();
        groups.add(tenant, new RingGroup.Details(row.text(1), members));
    }

    private @Nullable Long group(long tenant, String name) {
        return groups.all(tenant).stream()
                .filter(group -> group.name().equals(name))
                .map(RingGroup::id)
                .findFirst()
                .orElse(null);
    }

    private void addNumber(Lookup lookup, DemoText.Row row) {
        numbers.add(
                lookup.tenant(),
                new OwnNumber.Details(
                        row.text(1),
                        row.text(2),
                        lookup.campaign(row.text(3)),
                        lookup.unit(row.text(4)),
                        group(lookup.tenant(), row.text(5))));
    }

    private void addExtension(long tenant, User user, DemoText.Row row) {
        UserLines.Lines known = new UserLines.Lines(row.text(2), "sip:" + user.email());
        if (lines.wrong(tenant, user.id(), known, false).isEmpty()) {
            lines.save(tenant, user.id(), known, false);
        }
    }

    private Optional<App> app(long tenant) {
        return apps.apps(tenant).stream().filter(app -> app.name().equals(APP)).findFirst();
    }

    /** The system in the office; empty where somebody has taken it away. */
    Optional<Caller> system(long tenant) {
        return apps.connections(tenant).stream()
                .filter(connection ->
                        connection.revokedOn() == null && connection.appName().equals(APP))
                .map(connection -> caller(tenant, connection))
                .findFirst();
    }

    private static Caller caller(long tenant, AppConnection connection) {
        return new Caller(tenant, Caller.Kind.connection, connection.id(), connection.appName());
    }

    /** The numbers of the company by what people call them, as systems write them. */
    Map<String, String> numbers(long tenant) {
        return numbers.all(tenant).stream()
                .filter(OwnNumber::active)
                .collect(Collectors.toMap(OwnNumber::name, OwnNumber::number, (one, other) -> one));
    }

    /** The extension of somebody; null where they have none. */
    @Nullable
    String extension(long tenant, long user) {
        return lines.of(tenant, user).extension();
    }

    /**
     * A call as the system knows it.
     *
     * @param other the other party's number; empty where it is withheld
     * @param own the number of the company, or the extension, at the other end
     */
    record Line(
            Caller system,
            String id,
            CallDirection direction,
            String other,
            @Nullable String own,
            @Nullable String callerName) {}

    /** Lets the system tell of a call, as it would through its connection. */
    Call tell(Line line, Kind kind, @Nullable String extension) {
        boolean inbound = line.direction == CallDirection.Inbound;
        boolean whole = kind.isEnd() || kind.hasUrl();
        CallEventRequest said = new CallEventRequest(
                line.id,
                kind,
                whole || extension == null ? null : "extension-" + extension,
                line.direction,
                inbound ? line.other : line.own,
                inbound ? line.own : line.other,
                line.callerName,
                whole || extension == null ? null : new AgentModel(extension, null, null, null, null),
                kind == Kind.missed ? CallEventRequest.EndReason.NoAnswer : null,
                null,
                kind.hasUrl() ? "https://telephones.ridgeline.example/" + line.id : null);
        return line.system.call(() -> hear.hear(line.system.tenantId(), Submission.of(said)));
    }
}
