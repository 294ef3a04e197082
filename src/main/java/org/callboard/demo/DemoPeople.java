package org.callboard.demo;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.access.AppConnection;
import org.callboard.access.Apps;
import org.callboard.access.Role;
import org.callboard.access.Scope;
import org.callboard.access.SignedInUser;
import org.callboard.access.Tenants;
import org.callboard.access.User;
import org.callboard.database.Caller;
import org.callboard.people.Employees;
import org.callboard.people.Users;
import org.callboard.providers.BookingProviderTag;
import org.callboard.providers.BookingProviderTags;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;

/** The company itself, the people who work there, and the programs that post inquiries for its booking providers. */
class DemoPeople {

    private static final String DOMAIN = "@ridgeline.example";

    private final Tenants tenants;
    private final Users users;
    private final Employees employees;
    private final Technicians technicians;
    private final BusinessUnits units;
    private final BookingProviderTags providers;
    private final Apps apps;

    DemoPeople(
            Tenants tenants,
            Users users,
            Employees employees,
            Technicians technicians,
            BusinessUnits units,
            BookingProviderTags providers,
            Apps apps) {
        this.tenants = tenants;
        this.users = users;
        this.employees = employees;
        this.technicians = technicians;
        this.units = units;
        this.providers = providers;
        this.apps = apps;
    }

    void createCompany() {
        tenants.create("Ridgeline Heating & Plumbing", ZoneId.of("America/New_York"), "US");
    }

    /** Needs the business units. Nobody knows these passwords: {@link DemoCredentials} sets the ones that are told. */
    void create(long tenant) {
        Map<String, Long> unitIds = new HashMap<>();
        for (BusinessUnit unit : units.all(tenant)) {
            unitIds.put(unit.name(), unit.id());
        }
        for (DemoText.Row row : DemoText.of("people")) {
            String name = row.text(1);
            String email = email(name);
            switch (row.text(0)) {
                case "user" ->
                    users.add(
                            tenant,
                            new Users.Draft(name, email, Role.valueOf(row.text(2)), DemoCredentials.password()));
                case "technician" ->
                    technicians.add(tenant, new Technician.Details(name, email, null, unitIds.get(row.text(2))));
                default -> employees.add(tenant, new Employees.Draft(name, row.text(2), email, null, null));
            }
        }
        for (DemoText.Row row : DemoText.of("settings")) {
            if (row.text(0).equals("provider")) {
                BookingProviderTag provider = providers.create(tenant, row.text(1), row.text(2));
                Set<Scope> scopes = EnumSet.of(Scope.BOOKINGS_READ, Scope.BOOKINGS_WRITE);
                apps.connect(
                        tenant,
                        apps.register(tenant, provider.tagName(), scopes).id(),
                        provider.id());
            }
        }
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + DOMAIN;
    }

    ZoneId zone(long tenant) {
        return tenants.get(tenant).timeZone();
    }

    /** The active CSRs, in the order in which they were added. */
    List<Caller> csrs(long tenant) {
        return users.all(tenant).stream()
                .filter(user -> user.active() && user.role() == Role.CSR)
                .sorted(Comparator.comparing(User::id))
                .map(user -> SignedInUser.of(tenant, user).caller())
                .toList();
    }

    /** The technicians of each business unit. */
    Map<Long, List<Long>> technicians(long tenant) {
        return technicians.all(tenant).stream()
                .filter(one -> one.active() && one.details().businessUnitId() != null)
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.details().businessUnitId()),
                        Collectors.mapping(Technician::id, Collectors.toList())));
    }

    /** The booking providers for which a program is connected. */
    Map<String, Lookup.Provider> providers(long tenant) {
        Map<String, Lookup.Provider> all = new HashMap<>();
        List<AppConnection> connections = apps.connections(tenant);
        for (BookingProviderTag tag : providers.all(tenant)) {
            connections.stream()
                    .filter(connection -> connection.revokedOn() == null
                            && Long.valueOf(tag.id()).equals(connection.bookingProviderId()))
                    .min(Comparator.comparing(AppConnection::id))
                    .ifPresent(connection -> all.put(
                            tag.tagName(),
                            new Lookup.Provider(
                                    tag.id(),
                                    new Caller(
                                            tenant, Caller.Kind.connection, connection.id(), connection.appName()))));
        }
        return all;
    }
}
