package org.callboard.access;

/** What an employee does. The constants are the contract's own words, in its order. */
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
    Owner
}
