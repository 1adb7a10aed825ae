package fr.isere.iris;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts IRIS: one instance of the web application, which keeps nothing that another could not pick up. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IrisApplication {

    public static void main(String[] args) {
        SpringApplication.run(IrisApplication.class, args);
    }
}
