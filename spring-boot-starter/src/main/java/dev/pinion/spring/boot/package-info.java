/**
 * Spring Boot's wiring of Pinion: the properties {@code pinion.sqlite.*} and the auto-configurations that read them;
 * applications inject the beans they make and call nothing here.
 */
package dev.pinion.spring.boot;
