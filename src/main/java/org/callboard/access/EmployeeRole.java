package org.callboard.access;

/** What an employee does. The constants are the contract's own words, in its order, which their ids depend on. */
public enum EmployeeRole {
    Unspecified,
    Technician,
    Dispatch,
    Accounting,
    FieldManager,
    DisplayUser,
    DisplayUserWithBillingAccess,
    SalesManager,
    CSR,
    GeneralOffice,
    TechnicianHelper,
    TechnicianMaintenance,
    TechnicianInstaller,
    Admin,
    TechnicianService,
    TechnicianSales,
    Owner;

    /** What programs call it by beside its name: the same in every company. */
    public long id() {
        return ordinal() + 1L;
    }

    /** Whether somebody with it works at the customer's. */
    public boolean isTechnician() {
        return name().startsWith("Technician");
    }
}
