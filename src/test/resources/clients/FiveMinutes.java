import java.time.OffsetDateTime;
import java.util.Map;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.AppointmentsApi;
import org.openapitools.client.api.BookingsApi;
import org.openapitools.client.api.CustomersApi;
import org.openapitools.client.api.JobsApi;
import org.openapitools.client.api.TokenApi;
import org.openapitools.client.model.AddressModel;
import org.openapitools.client.model.AppointmentResponse;
import org.openapitools.client.model.BookingContactModel;
import org.openapitools.client.model.BookingResponse;
import org.openapitools.client.model.CreateBookingRequest;
import org.openapitools.client.model.CreateCustomerRequest;
import org.openapitools.client.model.CreatedCustomerResponse;
import org.openapitools.client.model.JobAppointmentRequest;
import org.openapitools.client.model.JobCreateRequest;
import org.openapitools.client.model.JobResponse;
import org.openapitools.client.model.NewAddress;
import org.openapitools.client.model.NewLocationModel;

/**
 * The README's five minutes by the client that was generated for Java: an inquiry comes in, is booked for a new customer, a
 * technician goes and is done, and both are read back.
 */
public class FiveMinutes {

    /** Gives the status of the booking, that of the appointment, and that of the job. */
    public static String play(Map<String, String> given) throws Exception {
        long tenant = Long.parseLong(given.get("tenant"));
        long provider = Long.parseLong(given.get("provider"));
        ApiClient website = client(given, "website");
        ApiClient office = client(given, "office");

        BookingResponse booking = new BookingsApi(website)
                .bookingsCreate(
                        tenant,
                        provider,
                        new CreateBookingRequest()
                                .externalId("walk-1")
                                .source("Website")
                                .name("Avery Lowell")
                                .summary("Kitchen sink is clogged")
                                .isFirstTimeClient(true)
                                .addContactsItem(new BookingContactModel()
                                        .type(BookingContactModel.TypeEnum.MOBILE_PHONE)
                                        .value("(937) 555-0191"))
                                .address(new AddressModel()
                                        .street("24 Wayne Avenue")
                                        .city("Dayton")
                                        .state("OH")
                                        .zip("45402")
                                        .country("USA")),
                        null);

        NewAddress address =
                new NewAddress().street("24 Wayne Avenue").city("Dayton").state("OH").zip("45402").country("USA");
        CreatedCustomerResponse customer = new CustomersApi(office)
                .customersCreate(
                        tenant,
                        new CreateCustomerRequest()
                                .name("Avery Lowell")
                                .address(address)
                                .addLocationsItem(new NewLocationModel().name("Avery Lowell").address(address)),
                        null);
        OffsetDateTime start = OffsetDateTime.parse(given.get("start"));
        JobResponse job = new JobsApi(office)
                .jobsCreate(
                        tenant,
                        new JobCreateRequest()
                                .customerId(customer.getId())
                                .locationId(customer.getLocations().get(0).getId())
                                .businessUnitId(Long.parseLong(given.get("unit")))
                                .jobTypeId(Long.parseLong(given.get("jobType")))
                                .campaignId(Long.parseLong(given.get("campaign")))
                                .priority(JobCreateRequest.PriorityEnum.NORMAL)
                                .bookingId(booking.getId())
                                .addAppointmentsItem(new JobAppointmentRequest()
                                        .start(start)
                                        .end(start.plusHours(2))
                                        .addTechnicianIdsItem(Long.parseLong(given.get("technician")))),
                        null,
                        null);
        AppointmentsApi appointments = new AppointmentsApi(office);
        long visit = job.getFirstAppointmentId();
        appointments.appointmentsDispatch(tenant, visit, null, null, null);
        appointments.appointmentsStart(tenant, visit, null, null, null);
        AppointmentResponse done = appointments.appointmentsFinish(tenant, visit, null, null, null);

        BookingResponse after = new BookingsApi(website).bookingsGetForProvider(tenant, provider, booking.getId(), null);
        JobResponse read = new JobsApi(office).jobsGet(tenant, after.getJobId(), null, null);
        return after.getStatus() + " " + done.getStatus() + " " + read.getJobStatus();
    }

    private static ApiClient client(Map<String, String> given, String whose) throws Exception {
        ApiClient bare = new ApiClient();
        bare.updateBaseUri(given.get("url"));
        String token = new TokenApi(bare)
                .tokenCreate(
                        "client_credentials", given.get(whose + "ClientId"), given.get(whose + "ClientSecret"), null)
                .getAccessToken();
        ApiClient client = new ApiClient();
        client.updateBaseUri(given.get("url"));
        client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + token)
                .setHeader("ST-App-Key", given.get(whose + "AppKey")));
        return client;
    }
}
