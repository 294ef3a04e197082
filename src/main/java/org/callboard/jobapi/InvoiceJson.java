package org.callboard.jobapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.database.RecordShape.Copy;
import org.callboard.jobapi.InvoiceFilter.Configuration;
import org.callboard.jobapi.InvoiceFilter.ReviewStatus;
import org.callboard.jobapi.InvoiceFilter.Status;
import org.jspecify.annotations.Nullable;

/**
 * The wire shape of invoices: who pays and where the work is done. Money travels as text. Callboard bills nothing yet, so
 * that there are no items and all amounts are nothing.
 */
final class InvoiceJson {

    private InvoiceJson() {}

    enum SentStatus {
        NotSent,
        Sent,
        Opened
    }

    @Schema(name = "InvoiceNamed")
    record Named(long id, @Nullable String name) {}

    record SalesTaxCode(long id, @Nullable String name, BigDecimal taxRate) {}

    record InvoiceBatch(
            long id, @Nullable String number, @Nullable String name) {}

    record InvoiceJob(
            long id, @Nullable String number, @Nullable String type) {}

    record InvoiceRoyalty(
            @Nullable String status,
            @Nullable Instant date,
            @Nullable Instant sentOn,
            @Nullable String memo) {}

    record InvoiceEmployee(long id, @Nullable String name, Instant modifiedOn) {}

    record InvoiceCustomField(
            @Nullable String name, @Nullable String value) {}

    record InvoiceAccount(
            long id,
            @Nullable String name,
            @Nullable String number,
            @Nullable String type,
            @Nullable String detailType) {}

    record InvoiceItemGroup(long rootId, @Nullable String name) {}

    enum ItemType {
        Unspecified,
        Service,
        Material,
        Equipment,
        PriceModifier
    }

    record InvoiceItem(
            long id,
            @Nullable String description,
            @Nullable String quantity,
            @Nullable String cost,
            @Nullable String totalCost,
            @Nullable String inventoryLocation,
            @Nullable String price,
            ItemType type,
            @Nullable String skuName,
            long skuId,
            @Nullable String total,
            boolean inventory,
            boolean taxable,
            @Nullable InvoiceAccount generalLedgerAccount,
            @Nullable InvoiceAccount costOfSaleAccount,
            @Nullable InvoiceAccount assetAccount,
            long membershipTypeId,
            @Nullable InvoiceItemGroup itemGroup,
            @Nullable String displayName,
            @Nullable BigDecimal soldHours,
            Instant modifiedOn,
            @Nullable Instant serviceDate,
            int order,
            @Nullable Long budgetCodeId,
            @Nullable Long inventoryLocationId,
            boolean isChargeable,
            Instant createdOn,
            @Nullable String businessUnit,
            @Nullable Long createdById,
            @Nullable Boolean displayInAmount,
            @Nullable String importId,
            @Nullable String exportId,
            @Nullable String inventoryStatus,
            boolean addOn,
            @Nullable String memberPrice,
            @Nullable Long technicianId,
            @Nullable Long installedEquipmentId,
            @Nullable Long estimateItemId) {}

    @Schema(name = "InvoiceResponse")
    record InvoiceResponse(
            long id,
            @Nullable String syncStatus,
            @Nullable String summary,
            @Nullable String referenceNumber,
            @Nullable Instant invoiceDate,
            @Nullable Instant dueDate,
            @Nullable String subTotal,
            @Nullable String salesTax,
            @Nullable SalesTaxCode salesTaxCode,
            @Nullable String total,
            @Nullable String balance,
            @Nullable Named customer,
            @Nullable Address customerAddress,
            @Nullable Address locationAddress,
            @Nullable Named businessUnit,
            @Nullable String termName,
            @Nullable String createdBy,
            @Nullable InvoiceBatch batch,
            @Nullable Instant modifiedOn,
            @Nullable Long adjustmentToId,
            @Nullable InvoiceJob job,
            @Nullable Long projectId,
            @Nullable InvoiceRoyalty royalty,
            @Nullable InvoiceEmployee employeeInfo,
            @Nullable String commissionEligibilityDate,
            @Nullable List<InvoiceItem> items,
            @Nullable List<InvoiceCustomField> customFields,
            @Nullable Long budgetCodeId,
            @Nullable Long taxZoneId,
            @Nullable String invoiceType,
            @Nullable Named location,
            @Nullable Named assignedTo,
            @Nullable Instant depositedOn,
            @Nullable Instant paidOn,
            Instant createdOn,
            SentStatus sentStatus,
            ReviewStatus reviewStatus,
            boolean active,
            @Nullable String discountTotal,
            @Nullable String importId,
            @Nullable String exportId,
            @Nullable Long materialSkuId,
            @Nullable Long membershipId,
            Configuration invoiceConfiguration) {

        private static final String NOTHING = InvoiceFilter.AMOUNT.toPlainString();

        /** What an invoice of ours has; all else stays empty. */
        static InvoiceResponse from(InvoiceStore.Invoice invoice) {
            return EMPTY.from(
                    invoice,
                    Status.Pending.name(),
                    Long.toString(invoice.id()),
                    invoice.createdOn(),
                    invoice.createdOn(),
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    NOTHING,
                    new Named(invoice.customerId(), invoice.customerName()),
                    new Named(invoice.locationId(), invoice.locationName()),
                    new Named(invoice.businessUnitId(), invoice.businessUnitName()),
                    new InvoiceJob(invoice.jobId(), invoice.jobNumber(), invoice.jobTypeName()),
                    List.of(),
                    List.of(),
                    SentStatus.NotSent,
                    ReviewStatus.NeedsReview,
                    Configuration.JobInvoice,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static final Copy<InvoiceResponse> EMPTY = Copy.of(
                InvoiceResponse.class,
                InvoiceStore.Invoice.class,
                "syncStatus",
                "referenceNumber",
                "invoiceDate",
                "dueDate",
                "subTotal",
                "salesTax",
                "total",
                "balance",
                "discountTotal",
                "customer",
                "location",
                "businessUnit",
                "job",
                "items",
                "customFields",
                "sentStatus",
                "reviewStatus",
                "invoiceConfiguration",
                "salesTaxCode",
                "termName",
                "createdBy",
                "batch",
                "adjustmentToId",
                "projectId",
                "royalty",
                "employeeInfo",
                "commissionEligibilityDate",
                "budgetCodeId",
                "taxZoneId",
                "invoiceType",
                "assignedTo",
                "depositedOn",
                "paidOn",
                "importId",
                "exportId",
                "materialSkuId",
                "membershipId");
    }
}
