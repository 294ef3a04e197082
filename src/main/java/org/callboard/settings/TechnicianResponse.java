package org.callboard.settings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.callboard.access.EmployeeRole;
import org.jspecify.annotations.Nullable;

/**
 * The wire shape of a technician. What Callboard does not keep is there: null or zero, as its type allows. {@code
 * appoitmentId} is spelled as the contract has it.
 */
public record TechnicianResponse(
        long id,
        long userId,
        String name,
        @Nullable List<Long> roleIds,
        @Nullable Long businessUnitId,
        @Nullable Long mainZoneId,
        @Nullable List<Long> zoneIds,
        Instant createdOn,
        Instant modifiedOn,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String loginName,
        @Nullable TechnicianHome home,
        BigDecimal dailyGoal,
        boolean isManagedTech,
        @Nullable LicenseType licenseType,
        @Nullable List<TechnicianCustomField> customFields,
        boolean active,
        @Nullable String aadUserId,
        BigDecimal burdenRate,
        @Nullable String team,
        @Nullable String jobFilter,
        @Nullable List<TechnicianPermission> permissions,
        @Nullable Boolean accountLocked,
        BigDecimal commissionRate,
        @Nullable BigDecimal currentValue,
        @Nullable String firstName,
        @Nullable String lastName,
        BigDecimal hourlyRate,
        @Nullable Long jobId,
        @Nullable String mobilePhone,
        @Nullable String outboundCallerId,
        @Nullable String payrollId,
        @Nullable Long payrollProfileId,
        @Nullable Long appoitmentId,
        @Nullable String shiftStart,
        @Nullable String shiftEnd,
        BigDecimal soldByRate,
        @Nullable Instant startDate,
        Status status,
        @Nullable List<TechnicianSkill> skills,
        @Nullable List<String> positions,
        @Nullable TechnicianLocation location,
        @Nullable String bio,
        @Nullable String memo) {

    enum Status {
        Idle,
        Dispatched,
        Working,
        Meal
    }

    enum LicenseType {
        NonManagedTech,
        ManagedTech,
        ManagedInstaller
    }

    record TechnicianHome(
            @Nullable String street,
            @Nullable String unit,
            @Nullable String country,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String streetAddress,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    record TechnicianCustomField(
            long typeId, @Nullable String name, @Nullable String value) {}

    record TechnicianPermission(int id, @Nullable String value) {}

    record TechnicianSkill(long id, @Nullable String name) {}

    record TechnicianLocation(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Instant coordinatesUpdatedOn) {}

    /** Nobody of them signs in: the user is 0, as for a program. */
    static TechnicianResponse from(Technician technician) {
        return new TechnicianResponse(
                technician.id(),
                0,
                technician.name(),
                List.of(EmployeeRole.Technician.id()),
                technician.details().businessUnitId(),
                null,
                null,
                technician.createdOn(),
                technician.modifiedOn(),
                technician.details().email(),
                technician.details().phoneNumber(),
                null,
                null,
                BigDecimal.ZERO,
                false,
                null,
                null,
                technician.active(),
                null,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                BigDecimal.ZERO,
                null,
                null,
                null,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ZERO,
                null,
                Status.Idle,
                null,
                null,
                null,
                null,
                null);
    }
}
