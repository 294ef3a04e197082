package org.callboard.people;

import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Employees as feeds give them out, those who sign in among them. */
@Configuration(proxyBeanMethods = false)
class EmployeeFeed {

    @Bean
    FeedSource<EmployeeResponse> employeeChanges(EmployeeStore store) {
        return FeedSource.of(
                EntityKind.EMPLOYEE, store::all, store::after, EmployeeResponse::from, EmployeeResponse::id);
    }
}
