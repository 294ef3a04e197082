package org.callboard.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.callboard.access.EmployeeRole;
import org.jspecify.annotations.Nullable;

/** The wire shape of an employee. What Callboard does not keep is there: null or zero, as its type allows. */
public record EmployeeResponse(
        long id,

        @Schema(description = "The same as the employee's id; 0 for one who does not sign in.")
        long userId,

        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Long managerId,
        EmployeeRole role,
        @Nullable List<Long> roleIds,
        @Nullable Long businessUnitId,
        Instant createdOn,
        Instant modifiedOn,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String loginName,
        @Nullable List<EmployeeCustomField> customFields,
        boolean active,
        @Nullable String aadUserId,
        @Nullable Boolean accountLocked,
        @Nullable EmployeeHome home,
        int agentId,
        @Nullable Instant startDate,
        @Nullable Instant terminationDate,
        BigDecimal hourlyRate,
        @Nullable Long overtimeProfileId,
        @Nullable List<EmployeePermission> permissions) {

    record EmployeeCustomField(
            long typeId, @Nullable String name, @Nullable String value) {}

    record EmployeeHome(
            @Nullable String street,
            @Nullable String unit,
            @Nullable String country,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip) {}

    record EmployeePermission(int id, @Nullable String value) {}

    static EmployeeResponse from(Employee employee) {
        return new EmployeeResponse(
                employee.id(),
                employee.signsIn() ? employee.id() : 0,
                employee.name(),
                null,
                null,
                null,
                employee.role(),
                List.of(employee.role().id()),
                employee.businessUnitId(),
                employee.createdOn(),
                employee.modifiedOn(),
                employee.email(),
                employee.phone(),
                null,
                null,
                employee.active(),
                null,
                null,
                null,
                0,
                null,
                null,
                BigDecimal.ZERO,
                null,
                null);
    }
}
