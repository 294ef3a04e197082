package org.callboard.callapi;

import java.util.Optional;
import org.callboard.callapi.CallRequests.CallUpdateRequest;
import org.callboard.campaigns.Campaigns;
import org.callboard.customers.Customers;
import org.callboard.customers.Location;
import org.callboard.customers.Locations;
import org.callboard.jobs.Job;
import org.callboard.jobs.Jobs;
import org.callboard.people.Employees;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change of a call names: whether it is there, and what follows from it. */
@Component
class CallReferences {

    /** Whom a call is about; nothing where that stays as it is. */
    record Place(@Nullable Long customerId, @Nullable Long locationId) {}

    private final Campaigns campaigns;
    private final Employees employees;
    private final Customers customers;
    private final Locations locations;
    private final Jobs jobs;

    CallReferences(Campaigns campaigns, Employees employees, Customers customers, Locations locations, Jobs jobs) {
        this.campaigns = campaigns;
        this.employees = employees;
        this.customers = customers;
        this.locations = locations;
        this.jobs = jobs;
    }

    /** Notes what is not there; gives the job that is named. */
    @Nullable
    Job check(long tenant, long id, CallUpdateRequest request, FieldErrors errors) {
        Long campaign = request.campaignId();
        Long agent = request.agentId();
        errors.addIf(request.callId() != null && request.callId() != id, "callId", "This is not the id in the path.");
        errors.addIf(
                campaign != null && campaigns.find(tenant, campaign).isEmpty(),
                "campaignId",
                "There is no campaign " + campaign + ".");
        errors.addIf(agent != null && !employees.isUser(tenant, agent), "agentId", "There is no user " + agent + ".");
        Long jobId = request.jobId();
        Job job = jobId == null
                ? null
                : jobs.find(tenant, jobId).filter(Job::active).orElse(null);
        errors.addIf(jobId != null && job == null, "jobId", "There is no job " + jobId + ".");
        return job;
    }

    /** Whom the call is about by what is named: a location brings its customer, and a job both. */
    Place place(long tenant, CallUpdateRequest request, CallRow seen, @Nullable Job job, FieldErrors errors) {
        Long customer = request.customer() == null ? null : request.customer().id();
        Long location = request.location() == null ? null : request.location().id();
        if (customer == null && location == null) {
            return job == null ? new Place(null, null) : new Place(job.customerId(), job.locationId());
        }
        errors.addIf(
                customer != null && customers.find(tenant, customer).isEmpty(),
                "customer.id",
                "There is no customer " + customer + ".");
        Optional<Location> found = location == null ? Optional.empty() : locations.find(tenant, location);
        errors.addIf(location != null && found.isEmpty(), "location.id", "There is no location " + location + ".");
        Long owner = found.map(Location::customerId).orElse(null);
        errors.addIf(
                owner != null && customer != null && !owner.equals(customer),
                "location.id",
                "This location is another customer's.");
        boolean same = location == null
                && customer != null
                && customer.equals(seen.handling().customerId());
        return new Place(
                customer == null ? owner : customer, same ? seen.handling().locationId() : location);
    }

    /** Notes that a job came of a call. Conflict where it came of another one. */
    void tie(long tenant, Job job, long call) {
        jobs.cameOf(tenant, job.id(), call);
    }
}
