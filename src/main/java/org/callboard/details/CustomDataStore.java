package org.callboard.details;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomDataRequests.ExternalDataChange;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tags, custom fields and external data: read within the statement that reads their record, written set by set. */
@Repository
public class CustomDataStore {

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;

    CustomDataStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns of an {@link CustomData} for a select from the kind's own table; it must bind {@code application}. */
    public static String columns(RecordKind kind) {
        return """
                array(
                    select x.tag_type_id from tag x where %1$s order by x.tag_type_id
                ) as tag_type_ids,
                (
                    select coalesce(json_agg(json_build_object('typeId', x.type_id, 'name', t.name, 'value', x.value)
                        order by x.type_id), '[]')
                    from custom_field_value x
                    join custom_field_type t on t.tenant_id = x.tenant_id and t.id = x.type_id
                    where %1$s
                ) as custom_fields,
                (
                    select coalesce(json_agg(json_build_object('key', x.key, 'value', x.value) order by x.key), '[]')
                    from external_data x
                    where %1$s and x.application_guid = :application
                ) as external_data
                """.formatted(kind.owns("x"));
    }

    /** What to bind as {@code application}: one that has no data where the request names none. */
    public static UUID applicationOrNobody(@Nullable UUID application) {
        return application == null ? NOBODY : application;
    }

    /** Adds tags; gives the records that did not have one of them. */
    List<Long> addTags(RecordKind kind, long tenant, List<Owned<Long>> tags) {
        if (tags.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                insert into tag (tenant_id, owner_kind, owner_id, tag_type_id)
                select :tenant, :kind, owner, tag from unnest(:owners::bigint[], :tags::bigint[]) as t (owner, tag)
                on conflict do nothing
                returning owner_id
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owners", tags.stream().map(Owned::owner).toArray(Long[]::new))
                .param("tags", tags.stream().map(Owned::what).toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Removes tags; gives the records that had one of them. */
    List<Long> removeTags(RecordKind kind, long tenant, Collection<Long> owners, Collection<Long> tags) {
        return jdbc.sql("""
                delete from tag
                where tenant_id = :tenant and owner_kind = :kind and owner_id = any(:owners) and tag_type_id = any(:tags)
                returning owner_id
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owners", owners.toArray(Long[]::new))
                .param("tags", tags.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    void clearTags(RecordKind kind, long tenant, long owner) {
        clear(
                "delete from tag where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner",
                kind,
                tenant,
                owner);
    }

    void addCustomFields(RecordKind kind, long tenant, List<Owned<CustomFieldUpdate>> fields) {
        if (fields.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into custom_field_value (tenant_id, owner_kind, owner_id, type_id, value)
                select :tenant, :kind, owner, type_id, value
                from unnest(:owners::bigint[], :types::bigint[], :values::text[]) as f (owner, type_id, value)
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owners", fields.stream().map(Owned::owner).toArray(Long[]::new))
                .param(
                        "types",
                        fields.stream().map(field -> field.what().typeId()).toArray(Long[]::new))
                .param(
                        "values",
                        fields.stream().map(field -> field.what().value()).toArray(String[]::new))
                .update();
    }

    Optional<String> customField(RecordKind kind, long tenant, long owner, long type) {
        return jdbc.sql("""
                select value from custom_field_value
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner and type_id = :type
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .param("type", type)
                .query(String.class)
                .optional();
    }

    /** Writes one value, or removes it where it is null. */
    void putCustomField(RecordKind kind, long tenant, long owner, long type, @Nullable String value) {
        String sql = value == null ? """
                delete from custom_field_value where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner and type_id = :type
                """ : """
                insert into custom_field_value (tenant_id, owner_kind, owner_id, type_id, value)
                values (:tenant, :kind, :owner, :type, :value)
                on conflict (tenant_id, owner_kind, owner_id, type_id) do update set value = excluded.value
                """;
        jdbc.sql(sql)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .param("type", type)
                .param("value", value)
                .update();
    }

    void clearCustomFields(RecordKind kind, long tenant, long owner) {
        clear(
                "delete from custom_field_value where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner",
                kind,
                tenant,
                owner);
    }

    private void clear(String sql, RecordKind kind, long tenant, long owner) {
        jdbc.sql(sql)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .update();
    }

    /** Writes the entries that have a value, over what their keys held. */
    void putExternalData(RecordKind kind, long tenant, List<Owned<ExternalDataUpdate>> updates) {
        List<Long> owners = new ArrayList<>();
        List<UUID> applications = new ArrayList<>();
        List<ExternalDataChange> entries = new ArrayList<>();
        for (Owned<ExternalDataUpdate> update : updates) {
            for (ExternalDataChange change : update.what().entries()) {
                if (change.value() != null) {
                    owners.add(update.owner());
                    applications.add(update.what().applicationGuid());
                    entries.add(change);
                }
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into external_data (tenant_id, owner_kind, owner_id, application_guid, key, value)
                select :tenant, :kind, owner, application, key, value
                from unnest(:owners::bigint[], :applications::uuid[], :keys::text[], :values::text[])
                    as e (owner, application, key, value)
                on conflict (tenant_id, owner_kind, owner_id, application_guid, key) do update set value = excluded.value
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owners", owners.toArray(Long[]::new))
                .param("applications", applications.toArray(UUID[]::new))
                .param("keys", entries.stream().map(ExternalDataChange::key).toArray(String[]::new))
                .param("values", entries.stream().map(ExternalDataChange::value).toArray(String[]::new))
                .update();
    }

    /** Removes the application's entries under these keys; under null, all of them. */
    void removeExternalData(RecordKind kind, long tenant, long owner, UUID application, @Nullable List<String> keys) {
        jdbc.sql("""
                delete from external_data
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner and application_guid = :application
                    and (:keys::text[] is null or key = any(:keys::text[]))
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .param("application", application)
                .param("keys", keys == null ? null : keys.toArray(String[]::new))
                .update();
    }

    /** The records that an application knows by these values under a key; who lives on instead of those that were merged. */
    Map<String, List<Long>> owners(
            RecordKind kind, long tenant, UUID application, String key, Collection<String> values) {
        Map<String, List<Long>> owners = new HashMap<>();
        jdbc.sql(kind.sql("""
                select distinct e.value, coalesce(m.merged_to_id, e.owner_id) as owner_id from external_data e
                left join KIND m on m.tenant_id = e.tenant_id and m.id = e.owner_id and m.merged_to_id is not null
                where e.tenant_id = :tenant and e.owner_kind = :kind and e.application_guid = :application and e.key = :key
                    and e.value_start = any(array(select left(v collate "C", 64) from unnest(:values::text[]) v))
                    and e.value = any(:values)
                order by owner_id
                """))
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("application", application)
                .param("key", key)
                .param("values", values.toArray(String[]::new))
                .query(row -> {
                    owners.computeIfAbsent(row.getString("value"), value -> new ArrayList<>())
                            .add(row.getLong("owner_id"));
                });
        return owners;
    }

    /** What all applications keep with a record. */
    List<ExternalDatum> allExternalData(RecordKind kind, long tenant, long owner) {
        return jdbc.sql("""
                select application_guid, key, value from external_data
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :owner
                order by application_guid, key
                """)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("owner", owner)
                .query((row, number) -> new ExternalDatum(
                        row.getObject("application_guid", UUID.class), row.getString("key"), row.getString("value")))
                .list();
    }

    /** Gives a record the tags that another one of the kind has; gives those that it did not have. */
    List<Long> copyTags(RecordKind kind, long tenant, long from, long to) {
        return jdbc.sql("""
                insert into tag (tenant_id, owner_kind, owner_id, tag_type_id)
                select tenant_id, owner_kind, :to, tag_type_id from tag
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :from
                on conflict do nothing
                returning tag_type_id
                """)
                .param("to", to)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("from", from)
                .query(Long.class)
                .list();
    }

    /** Gives a record the external data that another one of the kind has; a key that it has keeps its value. */
    List<ExternalDatum> copyExternalData(RecordKind kind, long tenant, long from, long to) {
        return jdbc.sql("""
                insert into external_data (tenant_id, owner_kind, owner_id, application_guid, key, value)
                select tenant_id, owner_kind, :to, application_guid, key, value from external_data
                where tenant_id = :tenant and owner_kind = :kind and owner_id = :from
                on conflict do nothing
                returning application_guid, key, value
                """)
                .param("to", to)
                .param("tenant", tenant)
                .param("kind", kind.word())
                .param("from", from)
                .query((row, number) -> new ExternalDatum(
                        row.getObject("application_guid", UUID.class), row.getString("key"), row.getString("value")))
                .list();
    }
}
