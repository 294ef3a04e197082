package org.callboard.web.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callboard.access.Role;
import org.callboard.access.User;
import org.callboard.people.Users;
import org.callboard.phonelines.OwnNumber;
import org.callboard.phonelines.OwnNumbers;
import org.callboard.phonelines.RingGroup;
import org.callboard.phonelines.RingGroups;
import org.callboard.phonelines.TakingCalls;
import org.callboard.phonelines.TakingCalls.Person;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class RingGroupSettings extends NamedKind<RingGroup, RingGroup.Details> {

    private final Users users;
    private final OwnNumbers numbers;
    private final TakingCalls taking;

    RingGroupSettings(RingGroups groups, Users users, OwnNumbers numbers, TakingCalls taking) {
        super(
                groups,
                RingGroup.Details.class,
                new Words(
                                "ring-groups",
                                "Ring groups",
                                "ring group",
                                "On whose screens a call shows while it rings: those of the members who take calls, which"
                                        + " everybody switches for themselves. A number without a group rings everybody who"
                                        + " takes calls.",
                                "Members",
                                "Take calls now",
                                "Numbers")
                        .whenDeactivated(
                                "Its numbers ring everybody who takes calls from now on. It can be reactivated."));
        this.users = users;
        this.numbers = numbers;
        this.taking = taking;
    }

    /** Those who could take calls, and the members. */
    @Override
    Map<String, List<Option>> options(long tenant, @Nullable RingGroup present) {
        return Map.of(
                "users",
                users.all(tenant).stream()
                        .filter(user -> user.active() && user.role() != Role.Viewer
                                || present != null && present.userIds().contains(user.id()))
                        .map(user -> Option.of(user.id(), user.active() ? user.name() : Option.inactive(user.name())))
                        .toList());
    }

    @Override
    Function<RingGroup, List<String>> cells(long tenant) {
        Map<Long, String> names = users.all(tenant).stream().collect(Collectors.toMap(User::id, User::name));
        List<Person> people = taking.all(tenant);
        List<OwnNumber> lines = numbers.all(tenant);
        return one -> {
            Predicate<Person> member = person -> one.userIds().contains(person.id());
            return List.of(
                    names(one.userIds().stream().map(names::get).toList()),
                    names(people.stream()
                            .filter(member.and(Person::now))
                            .map(Person::name)
                            .toList()),
                    names(lines.stream()
                            .filter(line -> line.active() && Objects.equals(line.ringGroupId(), one.id()))
                            .map(OwnNumber::label)
                            .toList()));
        };
    }

    private static String names(List<String> all) {
        return all.isEmpty() ? NONE : String.join(", ", all);
    }
}
