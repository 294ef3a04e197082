package org.callboard.jobs;

import java.util.List;
import java.util.UUID;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomDataRequests.ExternalDataChange;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tags, custom fields and external data of jobs: read within the statement that reads the job. */
@Repository
class JobDataStore {

    /** The columns of a {@code CustomData} for a select from {@code job}; it must bind {@code application}. */
    static final String COLUMNS = """
            array(
                select x.tag_type_id from job_tag x
                where x.tenant_id = job.tenant_id and x.job_id = job.id order by x.tag_type_id
            ) as tag_type_ids,
            (
                select coalesce(json_agg(json_build_object('typeId', x.type_id, 'name', t.name, 'value', x.value)
                    order by x.type_id), '[]')
                from job_custom_value x
                join custom_field_type t on t.tenant_id = x.tenant_id and t.id = x.type_id
                where x.tenant_id = job.tenant_id and x.job_id = job.id
            ) as custom_fields,
            (
                select coalesce(json_agg(json_build_object('key', x.key, 'value', x.value) order by x.key), '[]')
                from job_external_data x
                where x.tenant_id = job.tenant_id and x.job_id = job.id and x.application_guid = :application
            ) as external_data
            """;

    private final JdbcClient jdbc;

    JobDataStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replaceTags(long tenant, long job, List<Long> tags) {
        write("delete from job_tag where tenant_id = :tenant and job_id = :job", tenant, job)
                .update();
        write("""
                insert into job_tag (tenant_id, job_id, tag_type_id)
                select :tenant, :job, tag from unnest(:tags::bigint[]) as t (tag)
                """, tenant, job).param("tags", tags.toArray(Long[]::new)).update();
    }

    void replaceCustomFields(long tenant, long job, List<CustomFieldUpdate> fields) {
        write("delete from job_custom_value where tenant_id = :tenant and job_id = :job", tenant, job)
                .update();
        write("""
                insert into job_custom_value (tenant_id, job_id, type_id, value)
                select :tenant, :job, type_id, value from unnest(:types::bigint[], :values::text[]) as f (type_id, value)
                """, tenant, job)
                .param("types", fields.stream().map(CustomFieldUpdate::typeId).toArray(Long[]::new))
                .param("values", fields.stream().map(CustomFieldUpdate::value).toArray(String[]::new))
                .update();
    }

    /** Removes the application's entries under these keys; under null, all of them. */
    void removeExternalData(long tenant, long job, UUID application, @Nullable List<String> keys) {
        write("""
                delete from job_external_data
                where tenant_id = :tenant and job_id = :job and application_guid = :application
                    and (:keys::text[] is null or key = any(:keys::text[]))
                """, tenant, job)
                .param("application", application)
                .param("keys", keys == null ? null : keys.toArray(String[]::new))
                .update();
    }

    /** Writes the entries that have a value, over what their keys held. */
    void putExternalData(long tenant, long job, ExternalDataUpdate data) {
        List<ExternalDataChange> entries = data.entries();
        write("""
                insert into job_external_data (tenant_id, job_id, application_guid, key, value)
                select :tenant, :job, :application, key, value
                from unnest(:keys::text[], :values::text[]) as e (key, value)
                where value is not null
                on conflict (tenant_id, job_id, application_guid, key) do update set value = excluded.value
                """, tenant, job)
                .param("application", data.applicationGuid())
                .param("keys", entries.stream().map(ExternalDataChange::key).toArray(String[]::new))
                .param("values", entries.stream().map(ExternalDataChange::value).toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec write(String sql, long tenant, long job) {
        return jdbc.sql(sql).param("tenant", tenant).param("job", job);
    }
}
