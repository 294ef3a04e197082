package org.callboard.dispatch;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.callboard.database.RecordShape;
import org.callboard.http.Precondition;
import org.callboard.jobreasons.JobCancelReasons;
import org.callboard.jobreasons.JobHoldReasons;
import org.callboard.jobreasons.ReasonName;
import org.callboard.jobs.Appointment;
import org.callboard.jobs.AppointmentDraft;
import org.callboard.jobs.AppointmentStatus;
import org.callboard.jobs.Appointments;
import org.callboard.jobs.Job;
import org.callboard.jobs.JobDraft;
import org.callboard.jobs.Jobs;
import org.callboard.jobs.VisitTime;
import org.callboard.refusals.Refusal;
import org.callboard.settings.Technician;
import org.callboard.settings.Technicians;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.validation.FieldErrors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company with a customer, three technicians and jobs, and all that is done with them. */
public class DispatchShop {

    static final Precondition ANY = Precondition.NONE;

    public final Shop shop = new Shop();
    public final long tenant = shop.tenant.id;
    final long customer = shop.customer("Robin Hale", "937-555-0100", "7 Elm St");
    final long location = id("select id from location");
    public final long ann = technician("Ann");
    public final long bob = technician("Bob");
    public final long holdReason = as(() ->
            bean(JobHoldReasons.class).add(tenant, new ReasonName("Parts")).id());
    public final long cancelReason = as(() ->
            bean(JobCancelReasons.class).add(tenant, new ReasonName("Price")).id());

    /** Full hours from here on lie ahead. */
    final Instant soon = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(30, ChronoUnit.DAYS);

    public <T> T as(Callable<T> work) {
        return shop.tenant.caller.call(work);
    }

    public void run(Runnable work) {
        shop.tenant.caller.run(work);
    }

    Refusal refused(Runnable work) {
        return catchThrowableOfType(Refusal.class, () -> shop.tenant.caller.run(work));
    }

    public <T> T bean(Class<T> type) {
        return Server.bean(type);
    }

    long id(String sql) {
        return as(() -> bean(JdbcClient.class).sql(sql).query(Long.class).single());
    }

    public List<String> texts(String sql) {
        return as(() -> bean(JdbcClient.class).sql(sql).query(String.class).list());
    }

    long technician(String name) {
        return as(() -> bean(Technicians.class)
                .add(tenant, new Technician.Details(name, null, null, null))
                .id());
    }

    /** From so many hours after {@link #soon} on, for two hours. */
    public VisitTime at(int hours) {
        Instant start = soon.plus(hours, ChronoUnit.HOURS);
        return VisitTime.of(start, start.plus(2, ChronoUnit.HOURS));
    }

    public long job(AppointmentDraft... visits) {
        JobDraft draft = RecordShape.with(shop.jobDraft(customer, location), "appointments", List.of(visits));
        return as(() -> bean(Jobs.class).book(tenant, draft));
    }

    public AppointmentDraft visit(int hours, Long... technicians) {
        return new AppointmentDraft(at(hours), List.of(technicians), null);
    }

    public Job get(long job) {
        return as(() -> bean(Jobs.class).get(tenant, job));
    }

    List<Appointment> visits(long job) {
        return as(() -> bean(Appointments.class).ofJob(tenant, job));
    }

    public Appointment only(long job) {
        return visits(job).getFirst();
    }

    Appointment act(long appointment, AppointmentAct act) {
        return as(() -> bean(WorkAppointment.class).act(tenant, appointment, act, ANY));
    }

    /** Brings the only appointment of a job, which has a technician, into a status by what people do. */
    public void bring(long job, AppointmentStatus status) {
        long id = only(job).id();
        switch (status) {
            case Scheduled -> {}
            case Dispatched -> act(id, AppointmentAct.DISPATCH);
            case Working -> {
                bring(job, AppointmentStatus.Dispatched);
                act(id, AppointmentAct.START);
            }
            case Done -> {
                bring(job, AppointmentStatus.Working);
                act(id, AppointmentAct.FINISH);
            }
            case Hold -> hold(id);
            case Canceled -> cancel(job);
        }
    }

    void hold(long appointment) {
        run(() -> bean(HoldAppointment.class).hold(tenant, appointment, holdReason, "parts", new FieldErrors(), ANY));
    }

    void cancel(long job) {
        run(() -> bean(CancelJob.class).cancel(tenant, job, cancelReason, "sold the house", new FieldErrors(), ANY));
    }

    <T> T inTransaction(Callable<T> work) {
        return as(() -> new TransactionTemplate(bean(PlatformTransactionManager.class)).execute(status -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }
}
