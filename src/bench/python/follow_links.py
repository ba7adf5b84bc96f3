"""Follows every link of the hosts it is given: what Scrapy does in the comparison of CrawlBenchmarks."""
import scrapy


class FollowLinks(scrapy.Spider):
    name = "follow-links"

    def start_requests(self):
        with open(self.seeds) as seeds:
            for url in seeds.read().split():
                yield scrapy.Request(url)

    def parse(self, response):
        for link in response.css("a::attr(href)").getall():
            yield response.follow(link)
