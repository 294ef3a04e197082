package org.callboard.settings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wire shapes of settings that feeds give out too. */
public final class SettingJson {

    private SettingJson() {}

    /** A value that an app keeps with a record of ours. */
    record ExternalDataModel(String key, String value) {}

    /** The wire shape of a business unit. What Callboard does not keep is there and null, as generated clients expect. */
    public record BusinessUnitResponse(
            long id,
            boolean active,
            String name,
            @Nullable String officialName,
            @Nullable String email,
            @Nullable String currency,
            @Nullable String phoneNumber,
            @Nullable String invoiceHeader,
            @Nullable String invoiceMessage,
            @Nullable BigDecimal defaultTaxRate,
            @Nullable String authorizationParagraph,
            @Nullable String acknowledgementParagraph,
            @Nullable BusinessUnitAddress address,
            @Nullable String materialSku,
            @Nullable String quickbooksClass,
            @Nullable String accountCode,
            @Nullable String franchiseId,
            @Nullable String conceptCode,
            @Nullable String corporateContractNumber,
            @Nullable NamedModel trade,
            @Nullable NamedModel division,
            @Nullable List<Long> tagTypeIds,
            @Nullable BusinessUnitTenant tenant,
            Instant createdOn,
            Instant modifiedOn,
            List<ExternalDataModel> externalData,
            @Nullable String certifiedSentriconSpecialistCode) {

        record NamedModel(long id, String name) {}

        record BusinessUnitAddress(
                @Nullable String street,
                @Nullable String unit,
                @Nullable String city,
                @Nullable String state,
                @Nullable String zip,
                @Nullable String country,
                @Nullable Double latitude,
                @Nullable Double longitude,
                boolean isManualCoordinates,
                boolean isMilitary) {}

        record BusinessUnitTenant(
                long id,
                String name,
                @Nullable String accountCode,
                @Nullable String franchiseId,
                @Nullable String conceptCode,
                Instant modifiedOn) {}

        static BusinessUnitResponse from(BusinessUnit unit) {
            return new BusinessUnitResponse(
                    unit.id(),
                    unit.active(),
                    unit.name(),
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
                    null,
                    null,
                    unit.createdOn(),
                    unit.modifiedOn(),
                    List.of(),
                    null);
        }
    }

    /** The wire shape of a tag type. */
    public record TagTypeResponse(
            long id,
            String name,
            String color,
            String code,
            TagType.@Nullable Importance importance,
            boolean isConversionOpportunity,
            boolean allowToUseOnTimesheetActivity,
            boolean isVisibleOnDispatchBoard,
            boolean active,
            Instant createdOn,
            Instant modifiedOn) {
        static TagTypeResponse from(TagType tag) {
            TagType.Details details = tag.details();
            return new TagTypeResponse(
                    tag.id(),
                    tag.name(),
                    details.color(),
                    details.code(),
                    details.importance(),
                    details.isConversionOpportunity(),
                    details.allowToUseOnTimesheetActivity(),
                    details.isVisibleOnDispatchBoard(),
                    tag.active(),
                    tag.createdOn(),
                    tag.modifiedOn());
        }
    }
}
