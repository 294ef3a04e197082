package org.callboard.jobs;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.details.CustomData;
import org.callboard.details.CustomDataEntries;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomDataRequests.ExternalDataUpdate;
import org.callboard.mergedids.MergedIds;
import org.callboard.paging.Page;
import org.callboard.paging.Paging;
import org.callboard.paging.Where;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.refusals.RefusalCode;
import org.callboard.settings.CustomFieldTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The jobs of a tenant. */
@Service
public class Jobs {

    private static final CustomData NO_DATA = new CustomData(List.of(), List.of(), List.of());

    private final JobStore store;
    private final JobDataStore data;
    private final CustomDataEntries customData;
    private final HouseAnswers house;
    private final MakeAppointment making;
    private final MergedIds merged;
    private final Changes changes;
    private final ApplicationEventPublisher events;

    Jobs(
            JobStore store,
            JobDataStore data,
            CustomDataEntries customData,
            HouseAnswers house,
            MakeAppointment making,
            MergedIds merged,
            Changes changes,
            ApplicationEventPublisher events) {
        this.store = store;
        this.data = data;
        this.customData = customData;
        this.house = house;
        this.making = making;
        this.merged = merged;
        this.changes = changes;
        this.events = events;
    }

    public Optional<Job> find(long tenant, long id) {
        return store.find(tenant, id, null);
    }

    /** One job; NotFound where there is none. */
    public Job get(long tenant, long id) {
        return get(tenant, id, null);
    }

    /** The same with the external data of an application. */
    public Job get(long tenant, long id, @Nullable UUID application) {
        return store.find(tenant, id, application).orElseThrow(() -> new NotFound("Job", id));
    }

    /** A page of those that the conditions on the table {@code job} let through. */
    public Page<Job> page(Where where, Paging paging, @Nullable UUID application) {
        return store.page(where, paging, application);
    }

    /** Those of the ids that are jobs, in the order of their ids. */
    public List<Job> all(long tenant, Collection<Long> ids) {
        return store.all(tenant, ids);
    }

    /** The next jobs after an id, in the order of their ids. */
    public List<Job> after(long tenant, long id, int most) {
        return store.after(tenant, id, most);
    }

    /** Notes that a job came of a telephone call, as part of what the caller does to that. Conflict where it came of another one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cameOf(long tenant, long id, long call) {
        if (!store.lock(tenant, id)) {
            throw new NotFound("Job", id);
        }
        Long before = get(tenant, id).callId();
        if (before != null && before != call) {
            throw RefusalCode.CONFLICT
                    .refuse("Job " + id + " came of call " + before + " already.")
                    .with("callId", before);
        }
        if (before == null) {
            store.cameOf(tenant, id, call);
            changes.record(EntityKind.JOB, id, Action.UPDATED, Diff.none().now("callId", call));
        }
    }

    /**
     * Books a job with its appointments and its invoice, which carries the same customer and location, and gives its id. A
     * booking becomes one job at most: the database refuses a second. Answers about the house are kept at the location, which
     * {@link HouseAnswers#hold} locked before. RECORD_MERGED where customer or location was merged.
     */
    @Transactional
    public long book(long tenant, JobDraft draft) {
        merged.requireLive(tenant, draft.customerId(), draft.locationId());
        long id = store.insert(tenant, draft);
        store.insertInvoice(tenant, id, draft.customerId(), draft.locationId());
        Diff said = Diff.none()
                .now("customerId", draft.customerId())
                .now("locationId", draft.locationId())
                .now("bookingId", draft.bookingId())
                .now("callId", draft.callId())
                .now("start", draft.appointments().getFirst().time().startOn());
        customData.change(
                CustomFieldTypes.OF_JOBS, tenant, NO_DATA, draft.customData(), said, new JobData(data, tenant, id));
        changes.record(EntityKind.JOB, id, Action.BOOKED, said);
        house.keep(tenant, draft.locationId(), id, List.of(), draft.customData().fields());
        List<VisitsChanged.Visit> visits = draft.appointments().stream()
                .map(one -> VisitsChanged.Visit.made(making.make(tenant, id, one), one))
                .toList();
        events.publishEvent(new VisitsChanged(tenant, id, true, draft.details().notificationsEnabled(), visits));
        return id;
    }

    /**
     * Makes what the draft says of a locked job's tags, custom fields and external data so, and notes what that changes. What
     * is new of it about the house is kept at the location, which {@link HouseAnswers#hold} locked before the job.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeData(long tenant, LockedJob job, CustomDataDraft draft) {
        Job before = job.before();
        customData.change(
                CustomFieldTypes.OF_JOBS,
                tenant,
                before.customData(),
                draft,
                job.own(),
                new JobData(data, tenant, before.id()));
        house.keep(
                tenant,
                job.details().locationId(),
                before.id(),
                before.customData().customFields(),
                draft.fields());
    }

    /** Where the tags, custom fields and external data of one job are kept. */
    private record JobData(JobDataStore store, long tenant, long job) implements CustomDataEntries.Rows {

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
}
