package org.callboard.mergedids;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.callboard.details.RecordKind;

/**
 * Stands on the id of a customer or location in a request of the API: on a path variable, on a component of the record of a
 * query or body, or on a record of a query whose {@code ids} are meant. Where a record that a GET names was merged, the
 * answer says into which; a request that prefers to follow is carried out for that one.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface MergedId {

    /** What it is an id of. Where it may be one of either kind, nothing is followed. */
    RecordKind[] value();
}
