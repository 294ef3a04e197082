package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.callboard.details.RecordKind;
import org.callboard.mergedids.MergedId;
import org.callboard.paging.CommaSeparated;
import org.callboard.paging.Ids;
import org.callboard.paging.Where;
import org.callboard.validation.CheckedQuery;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * What a list of invoices takes. Ours are all alike in much that the contract filters by: of a job, pending, without
 * amounts; what else it names they don't have, so that none fits.
 */
record InvoiceFilter(
        @Nullable Long jobId,
        @Nullable String jobNumber,
        @Nullable String number,
        @MergedId(RecordKind.Customer) @Nullable Long customerId,
        @Nullable Long businessUnitId,
        @Nullable Long batchId,
        @Nullable Integer batchNumber,

        @Schema(description = "All are Pending.") @Nullable List<Status> statuses,

        @Nullable Instant invoicedOnOrAfter,
        @Nullable Instant invoicedOnBefore,
        @Nullable Instant dueDateOnOrAfter,
        @Nullable Instant dueDateBefore,
        @Nullable Long adjustmentToId,

        @Schema(description = "Only those of more than this; the total of all is 0.") @Nullable
        BigDecimal totalGreater,

        @Schema(description = "Only those of less than this; the total of all is 0.") @Nullable
        BigDecimal totalLess,

        @Schema(name = "balanceFilter.Balance", description = "What the balance is compared with; that of all is 0.")
        @Nullable
        BigDecimal balance,

        @Schema(name = "balanceFilter.Comparer", description = "How; Equals where nothing is said.") @Nullable
        Comparer comparer,

        @Schema(
                name = "customField.Fields",
                description = "Values by name, as customField.Fields[name]=value. Invoices have no custom fields: with"
                        + " it the list is empty.")
        @Nullable
        CommaSeparated customFields,

        @Schema(name = "customField.Operator", description = "How several are joined.") @Nullable
        Operator operator,

        @Schema(description = "That of a canceled job is inactive. ActiveOnly where it is not given.") @Nullable
        ActiveState activeState,

        @Schema(description = "All are NeedsReview.") @Nullable
        List<ReviewStatus> reviewStatuses,

        @Nullable Ids assignedToIds,

        @Schema(description = "All are JobInvoice.") @Nullable
        List<Configuration> invoiceConfigurations)
        implements CheckedQuery {

    /** What every invoice comes to, as long as nothing is billed. */
    static final BigDecimal AMOUNT = new BigDecimal("0.00");

    enum Status {
        Pending,
        Posted,
        Exported
    }

    enum Comparer {
        Equals,
        NotEquals,
        Greater,
        Less
    }

    enum Operator {
        And,
        Or
    }

    enum ActiveState {
        ActiveOnly,
        InactiveOnly,
        All
    }

    enum ReviewStatus {
        NeedsReview,
        OnHold,
        Reviewed,
        PendingApproval,
        Rejected,
        ReadyForBilling,
        Invoiced
    }

    enum Configuration {
        JobInvoice,
        ProjectInvoice,
        CounterSales,
        MembershipInvoice,
        InterestChargeInvoice,
        ARImportInvoice
    }

    @Override
    public void check(FieldErrors errors) {
        errors.addIf(
                comparer != null && balance == null, "balanceFilter.Comparer", "balanceFilter.Balance is needed too.");
    }

    /** Adds the conditions to a statement over the table of invoices. */
    Where applyTo(Where where) {
        numbered(where, "id", number);
        numbered(where, "job_id", jobNumber);
        ActiveState state = Objects.requireNonNullElse(activeState, ActiveState.ActiveOnly);
        if (state != ActiveState.All) {
            where.and(state == ActiveState.ActiveOnly ? "active" : "not active");
        }
        return where.andIf("job_id = :job", "job", jobId)
                .andIf("customer_id = :customer", "customer", customerId)
                .andIf(
                        "exists (select from job j where j.tenant_id = invoice.tenant_id and j.id = invoice.job_id"
                                + " and j.business_unit_id = :unit)",
                        "unit",
                        businessUnitId)
                .andIf("created_on >= :invoicedFrom", "invoicedFrom", invoicedOnOrAfter)
                .andIf("created_on < :invoicedTo", "invoicedTo", invoicedOnBefore)
                .andIf("created_on >= :dueFrom", "dueFrom", dueDateOnOrAfter)
                .andIf("created_on < :dueTo", "dueTo", dueDateBefore)
                .noneHas(batchId)
                .noneHas(batchNumber)
                .noneHas(adjustmentToId)
                .noneHas(customFields)
                .noneHas(assignedToIds)
                .onlyIf(statuses == null || statuses.contains(Status.Pending))
                .onlyIf(reviewStatuses == null || reviewStatuses.contains(ReviewStatus.NeedsReview))
                .onlyIf(invoiceConfigurations == null || invoiceConfigurations.contains(Configuration.JobInvoice))
                .onlyIf(totalGreater == null || AMOUNT.compareTo(totalGreater) > 0)
                .onlyIf(totalLess == null || AMOUNT.compareTo(totalLess) < 0)
                .onlyIf(balance == null || balanceFits(balance));
    }

    /** The number of a job or an invoice is its id: what is no number of ours is nobody's. */
    private static void numbered(Where where, String column, @Nullable String number) {
        Long id = number == null ? null : Ids.typed(number);
        where.onlyIf(number == null || id != null).andIf(column + " = :" + column + "Number", column + "Number", id);
    }

    private boolean balanceFits(BigDecimal other) {
        int compared = AMOUNT.compareTo(other);
        return switch (comparer == null ? Comparer.Equals : comparer) {
            case Equals -> compared == 0;
            case NotEquals -> compared != 0;
            case Greater -> compared > 0;
            case Less -> compared < 0;
        };
    }
}
