package org.callboard.settings;

import org.callboard.changes.FeedSource;
import org.callboard.settings.SettingJson.BusinessUnitResponse;
import org.callboard.settings.SettingJson.TagTypeResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a company sets up, as feeds give it out. */
@Configuration(proxyBeanMethods = false)
class SettingFeeds {

    @Bean
    FeedSource<BusinessUnitResponse> businessUnitFeed(BusinessUnits units) {
        return units.feed(BusinessUnitResponse::from, BusinessUnitResponse::id);
    }

    @Bean
    FeedSource<TagTypeResponse> tagTypeFeed(TagTypes tags) {
        return tags.feed(TagTypeResponse::from, TagTypeResponse::id);
    }

    @Bean
    FeedSource<TechnicianResponse> technicianFeed(Technicians technicians) {
        return technicians.feed(TechnicianResponse::from, TechnicianResponse::id);
    }
}
