package org.callboard.locations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.platform.Caller;
import org.callboard.platform.Page;
import org.callboard.platform.Paging;
import org.callboard.platform.Rows;
import org.callboard.platform.Where;
import org.callboard.records.AttachedStore;
import org.callboard.records.Owned;
import org.callboard.records.RecordKind;
import org.callboard.search.Findable;
import org.callboard.search.WordIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes locations. One statement reads a location whole, or a page of them. */
@Repository
class LocationStore {

    private static final String COLUMNS = "location.*, " + AttachedStore.columns(RecordKind.Location);
    private static final String LOCATION = "select " + COLUMNS + " from location ";

    private final JdbcClient jdbc;
    private final WordIndex words;
    private final Clock clock;

    LocationStore(JdbcClient jdbc, WordIndex words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    Optional<Location> find(long tenant, long id, @Nullable UUID application) {
        return read(LOCATION + "where tenant_id = :tenant and id = :id", tenant, id, application);
    }

    /** Reads it and keeps others from changing it until the transaction ends; what refers to it may still be written. */
    Optional<Location> lock(long tenant, long id, @Nullable UUID application) {
        return read(
                LOCATION + "where tenant_id = :tenant and id = :id for no key update of location",
                tenant,
                id,
                application);
    }

    private Optional<Location> read(String sql, long tenant, long id, @Nullable UUID application) {
        return jdbc.sql(sql)
                .param("application", AttachedStore.applicationOrNobody(application))
                .param("tenant", tenant)
                .param("id", id)
                .query(LocationStore::location)
                .optional();
    }

    /** The locations with these ids, in the order of their ids. */
    List<Location> all(long tenant, List<Long> ids, @Nullable UUID application) {
        return jdbc.sql(LOCATION + "where tenant_id = :tenant and id = any(:ids) order by id")
                .param("application", AttachedStore.applicationOrNobody(application))
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .query(LocationStore::location)
                .list();
    }

    /** The active locations of customers, kept from change until the transaction ends. */
    List<Long> lockActiveOf(long tenant, Collection<Long> customers) {
        return jdbc.sql("""
                select id from location
                where tenant_id = :tenant and customer_id = any(:customers) and active order by id for no key update
                """)
                .param("tenant", tenant)
                .param("customers", customers.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** The next locations after an id, without any application's data. */
    List<Location> after(long tenant, long id, int most) {
        return jdbc.sql(LOCATION + "where tenant_id = :tenant and id > :id order by id limit :most")
                .param("application", AttachedStore.applicationOrNobody(null))
                .param("tenant", tenant)
                .param("id", id)
                .param("most", most)
                .query(LocationStore::location)
                .list();
    }

    /** The conditions must bind {@code application}. */
    Page<Location> page(Where where, Paging paging) {
        return where.pageOf(jdbc, "location", COLUMNS, paging, LocationStore::location);
    }

    /** Creates locations of one or more customers, in their order, with their words in two statements; gives their ids. */
    List<Long> insert(long tenant, List<Owned<NewLocation>> owned) {
        List<NewLocation> locations = owned.stream().map(Owned::what).toList();
        List<Long> ids = jdbc.sql("""
                insert into location (tenant_id, customer_id, name, street, unit, city, state, zip, country, latitude,
                    longitude, coordinates_source, coordinates_verification_status, created_on, created_by_id, modified_on)
                select :tenant, customer, name, street, unit, city, state, zip, country, latitude, longitude, source,
                    status, :now, :by, :now
                from unnest(:customers::bigint[], :names::text[], :streets::text[], :units::text[], :cities::text[],
                    :states::text[], :zips::text[], :countries::text[], :latitudes::float8[], :longitudes::float8[],
                    :sources::text[], :statuses::text[]) with ordinality as l (customer, name, street, unit, city,
                        state, zip, country, latitude, longitude, source, status, position)
                order by position
                returning id
                """)
                .param("tenant", tenant)
                .param("customers", owned.stream().map(Owned::owner).toArray(Long[]::new))
                .param("names", texts(locations, NewLocation::name))
                .param(
                        "streets",
                        texts(locations, location -> location.address().street()))
                .param("units", texts(locations, location -> location.address().unit()))
                .param("cities", texts(locations, location -> location.address().city()))
                .param("states", texts(locations, location -> location.address().state()))
                .param("zips", texts(locations, location -> location.address().zip()))
                .param(
                        "countries",
                        texts(locations, location -> location.address().country()))
                .param("latitudes", degrees(locations, Coordinates::latitude))
                .param("longitudes", degrees(locations, Coordinates::longitude))
                .param("sources", texts(locations, location -> word(location.source())))
                .param("statuses", texts(locations, location -> word(location.status())))
                .param("now", clock.instant())
                .param("by", Caller.current().employeeId())
                .query(Long.class)
                .list();
        List<Owned<Findable>> findable = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            NewLocation location = locations.get(i);
            findable.add(new Owned<>(ids.get(i), new Findable(location.name(), location.address())));
        }
        words.put(RecordKind.Location, tenant, findable);
        return ids;
    }

    void update(long tenant, long id, LocationDraft old, LocationDraft draft) {
        Address address = draft.address();
        Coordinates at = draft.coordinates();
        jdbc.sql("""
                update location set customer_id = :customer, name = :name, street = :street, unit = :unit, city = :city,
                    state = :state, zip = :zip, country = :country, latitude = :latitude, longitude = :longitude,
                    tax_zone_id = :taxZone, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("customer", draft.customerId())
                .param("name", draft.name())
                .param("street", address.street())
                .param("unit", address.unit())
                .param("city", address.city())
                .param("state", address.state())
                .param("zip", address.zip())
                .param("country", address.country())
                .param("latitude", at == null ? null : at.latitude())
                .param("longitude", at == null ? null : at.longitude())
                .param("taxZone", draft.taxZoneId())
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
        if (!draft.findable().equals(old.findable())) {
            words.put(RecordKind.Location, tenant, List.of(new Owned<>(id, draft.findable())));
        }
    }

    /** Keeps whose the location was until now. */
    void rememberOwner(long tenant, long id, long customer) {
        jdbc.sql("""
                insert into location_owner_history (tenant_id, location_id, until_on, customer_id)
                values (:tenant, :id, :now, :customer)
                """)
                .param("tenant", tenant)
                .param("id", id)
                .param("now", clock.instant())
                .param("customer", customer)
                .update();
    }

    void activate(long tenant, Collection<Long> ids, boolean active) {
        jdbc.sql("""
                update location set active = :active, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = any(:ids)
                """)
                .param("active", active)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Whether the customer is active and no other location of it is. */
    boolean isLastActive(long tenant, long id, long customer) {
        return jdbc.sql("""
                select exists (select from customer where tenant_id = :tenant and id = :customer and active)
                    and not exists (
                        select from location
                        where tenant_id = :tenant and customer_id = :customer and active and id <> :id)
                """)
                .param("tenant", tenant)
                .param("customer", customer)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void preferTechnician(long tenant, long id, @Nullable Long technician) {
        jdbc.sql("""
                update location set preferred_technician_id = :technician, version = version + 1, modified_on = :now
                where tenant_id = :tenant and id = :id
                """)
                .param("technician", technician)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    /** A change of what is shown with a location is a change of the location. */
    void touch(long tenant, long id) {
        jdbc.sql("""
                update location set version = version + 1, modified_on = :now where tenant_id = :tenant and id = :id
                """)
                .param("now", clock.instant())
                .param("tenant", tenant)
                .param("id", id)
                .update();
    }

    private static @Nullable String[] texts(List<NewLocation> all, Function<NewLocation, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Double[] degrees(List<NewLocation> all, Function<Coordinates, Double> degrees) {
        return all.stream()
                .map(location -> location.coordinates() == null ? null : degrees.apply(location.coordinates()))
                .toArray(Double[]::new);
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        return new Location(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getBoolean("active"),
                row.getString("name"),
                Objects.requireNonNull(Address.read(row)),
                Coordinates.read(row),
                row.getBoolean("tax_exempt"),
                Rows.longOrNull(row, "tax_zone_id"),
                Rows.longOrNull(row, "zone_id"),
                Rows.longOrNull(row, "merged_to_id"),
                Rows.longOrNull(row, "preferred_technician_id"),
                AttachedStore.read(row),
                row.getInt("version"),
                Rows.instant(row, "created_on"),
                row.getLong("created_by_id"),
                Rows.instant(row, "modified_on"));
    }
}
