package org.callboard.customers;

import org.callboard.changes.FeedSource;
import org.callboard.customers.CustomerJson.CustomerResponse;
import org.callboard.customers.CustomerJson.ExportCustomerContactResponse;
import org.callboard.customers.LocationJson.ExportLocationContactResponse;
import org.callboard.customers.LocationJson.LocationResponse;
import org.callboard.details.ContactEntries;
import org.callboard.details.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Customers, locations and their contact entries as feeds give them out, those out of use too. */
@Configuration(proxyBeanMethods = false)
class CustomerFeeds {

    @Bean
    FeedSource<CustomerResponse> customerFeed(Customers customers) {
        return customers.feed(CustomerResponse::from, CustomerResponse::id);
    }

    @Bean
    FeedSource<ExportCustomerContactResponse> customerContactFeed(ContactEntries entries) {
        return entries.feed(
                RecordKind.Customer,
                ExportCustomerContactResponse::from,
                shape -> shape.contact().entry().id());
    }

    @Bean
    FeedSource<LocationResponse> locationFeed(Locations locations) {
        return locations.feed(LocationResponse::from, LocationResponse::id);
    }

    @Bean
    FeedSource<ExportLocationContactResponse> locationContactFeed(ContactEntries entries) {
        return entries.feed(
                RecordKind.Location,
                ExportLocationContactResponse::from,
                shape -> shape.contact().entry().id());
    }
}
