package org.callboard.database;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Who is acting, and for which tenant. Bound to the running code for the length of a request or a background task; the
 * database connection takes the tenant from here, independently of the tenant that a store method names, so that a
 * mistake in one of the two shows no row instead of a stranger's.
 */
public record Caller(long tenantId, Kind kind, @Nullable Long id, String name, Set<Right> rights) {

    /** What kind of actor the change log names. */
    public enum Kind {
        user,
        connection,
        system
    }

    private static final String TENANT = "tenant";
    /** What a connection may do only where a manager gave it the right. */
    public enum Right {
        /** Taking customers and locations out of use, and back into it. */
        ACTIVATE,
        /** Merging two customers or locations into one, and undoing that. */
        MERGE
    }

    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /** A caller whose rights are not counted one by one: a person, whose role decides, or Callboard itself. */
    public Caller(long tenantId, Kind kind, @Nullable Long id, String name) {
        this(tenantId, kind, id, name, Set.of());
    }

    /** Callboard itself, acting for a tenant: background tasks, set-up, sign-in. */
    public static Caller system(long tenantId) {
        return new Caller(tenantId, Kind.system, null, "Callboard");
    }

    /** The caller of the running code. Throws {@link IllegalStateException} where none is bound. */
    public static Caller current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("no caller is bound to this code"));
    }

    /** Whether the caller has a right. Only connections are asked; what a person may do is settled by their pages. */
    public boolean may(Right right) {
        return kind != Kind.connection || rights.contains(right);
    }

    /** The employee who acts, as {@code createdById} names them; 0 where a program does. */
    public long employeeId() {
        return kind == Kind.user && id != null ? id : 0;
    }

    /** The user who acts, where only a person can. Throws {@link IllegalStateException} where none does. */
    public long userId() {
        if (kind != Kind.user || id == null) {
            throw new IllegalStateException("only a person does this");
        }
        return id;
    }

    /** Whether the running code acts for a person or a program that has signed in. */
    public static boolean isSignedIn() {
        return CURRENT.isBound() && CURRENT.get().kind() != Kind.system;
    }

    /** The work as the caller of the running code does it, on whichever thread. */
    public static <T extends @Nullable Object> Supplier<T> keep(Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return work;
        }
        Caller caller = CURRENT.get();
        return () -> caller.call(work::get);
    }

    public static @Nullable Long currentTenant() {
        return CURRENT.isBound() ? CURRENT.get().tenantId() : null;
    }

    /** Runs the work as this caller and gives its result. */
    public <T extends @Nullable Object> T call(Callable<T> work) {
        try {
            return ScopedValue.where(CURRENT, this).call(() -> logged(work));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the work as this caller. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return 0;
        });
    }

    /** Lets the lines of the log say for which tenant they were written. */
    private <T extends @Nullable Object> T logged(Callable<T> work) throws Exception {
        String before = MDC.get(TENANT);
        MDC.put(TENANT, Long.toString(tenantId));
        try {
            return work.call();
        } finally {
            if (before == null) {
                MDC.remove(TENANT);
            } else {
                MDC.put(TENANT, before);
            }
        }
    }

    /** Lets the rest of a request run as this caller; its checked exceptions pass through unchanged. */
    public <X extends Exception, Y extends Exception> void follow(ThrowingRunnable<X, Y> chain) throws X, Y {
        chain.within(work -> ScopedValue.where(CURRENT, this).call(() -> logged(work)));
    }
}
