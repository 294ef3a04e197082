package org.callboard.access;

/** What a person may do, each including the ones after it. */
public enum Role {
    /** Everything, also making other owners. */
    Owner,
    /** Settings, integrations, users up to managers. */
    Manager,
    /** The Calls screen: claim, book, dismiss. */
    CSR,
    /** Looks, changes nothing. */
    Viewer;

    public boolean includes(Role other) {
        return compareTo(other) <= 0;
    }

    /** The word for this role in the contract's list of employee roles. */
    public EmployeeRole employeeRole() {
        return switch (this) {
            case Owner -> EmployeeRole.Owner;
            case Manager -> EmployeeRole.Admin;
            case CSR -> EmployeeRole.CSR;
            case Viewer -> EmployeeRole.DisplayUser;
        };
    }
}
