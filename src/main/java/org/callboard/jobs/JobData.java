package org.callboard.jobs;

import java.util.List;
import java.util.UUID;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.jspecify.annotations.Nullable;

/** Where the tags, custom fields and external data of one job are kept. */
record JobData(JobDataStore store, long tenant, long job) implements CustomDataEntries.Rows {

    @Override
    public void replaceTags(List<Long> tags) {
        store.replaceTags(tenant, job, tags);
    }

    @Override
    public void replaceCustomFields(List<CustomFieldUpdate> fields) {
        store.replaceCustomFields(tenant, job, fields);
    }

    @Override
    public void removeExternalData(UUID application, @Nullable List<String> keys) {
        store.removeExternalData(tenant, job, application, keys);
    }

    @Override
    public void putExternalData(ExternalDataUpdate data) {
        store.putExternalData(tenant, job, data);
    }
}
