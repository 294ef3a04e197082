package org.callboard.database;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;

/** So many places for work that holds much for long, of which no company has more than its share. */
public final class CompanyPlaces {

    /** A place that is taken until it is closed. */
    @FunctionalInterface
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private final int ofACompany;
    private final Semaphore all;
    private final Duration wait;
    private final String taken;
    private final Map<Long, Semaphore> companies = new ConcurrentHashMap<>();

    /**
     * @param wait how long somebody waits for a place, behind those who came before
     * @param taken what somebody is told who gets none
     */
    public CompanyPlaces(int ofACompany, int inAll, Duration wait, String taken) {
        this.ofACompany = ofACompany;
        this.all = new Semaphore(inAll, true);
        this.wait = wait;
        this.taken = taken;
    }

    /** A place for the company. Throws a Busy where it has its share already, or all are taken. */
    public Place take(long tenant) {
        Semaphore own = companies.computeIfAbsent(tenant, any -> new Semaphore(ofACompany, true));
        acquire(own);
        try {
            acquire(all);
        } catch (Refusal e) {
            own.release();
            throw e;
        }
        return () -> {
            all.release();
            own.release();
        };
    }

    private void acquire(Semaphore places) {
        try {
            if (places.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw RefusalCode.BUSY.refuse(taken);
    }
}
